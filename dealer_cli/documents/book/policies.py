"""The policies of a store as tables: rules, and steps with who, what and where it goes on."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.documents.picture import parts
from dealer_cli.documents.picture.parts import Section
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.holding import rests_on
from dealer_cli.model.phrases import when
from dealer_cli.model.policy import Policy, PolicyRule, Step
from dealer_cli.model.words import Citations, Party


def policies(voice: Voice) -> list[Section]:
    """The policies that hold in the store, without what should not be adopted. Raises `Refused` for errors in their files."""
    catalog = voice.scene.catalog
    known = set(catalog.policy_ids())
    drawn = [_policy(voice, catalog.policy(name).record) for name in voice.scene.store.record.policies if name in known]
    return [policy for policy in drawn if policy["rules"] or policy["steps"] or not voice.manner.sourced_only]


def _policy(voice: Voice, policy: Policy) -> Section:
    rules = [rule for rule in policy.rules if rule.status == "adopted" and _wanted(voice, rule.from_)]
    steps = [step for step in policy.steps if step.status == "adopted" and _wanted(voice, step.from_)]
    purpose = policy.purpose if policy.purpose and _wanted(voice, policy.purpose.from_) else None
    numbers = {step.id: str(no) for no, step in enumerate(steps, 1)}
    return {
        "title": voice.text(policy.title),
        "kind": voice.words(f"labels.policy.{policy.kind}"),
        # Whom a policy belongs to, no sentence of it says; the policy as a whole may.
        "owner": f"{voice.scene.party(policy.owner)}{voice.mark(policy.from_)}" if policy.owner and _wanted(voice, policy.from_) else "",
        "purpose": parts.statement(voice, purpose),
        "rules": [_rule(voice, str(no), rule) for no, rule in enumerate(rules, 1)],
        "steps": [_step(voice, step, numbers) for step in steps],
    }


def _wanted(voice: Voice, citations: Citations | None) -> bool:
    """Whether what cites this is printed: with `--sourced-only`, what the items of the store's own sections state."""
    return not voice.manner.sourced_only or rests_on(citations, voice.scene.store.record)


def _rule(voice: Voice, no: str, rule: PolicyRule) -> Section:
    # As in a duty: who and when are our reading of the sentence, and no field tells which of them the items state.
    ours = not voice.manner.sourced_only
    return {
        "no": no,
        "text": voice.text(rule),
        "mark": voice.mark(rule.from_),
        "party": voice.words.join(_parties(voice, rule.party)) if ours else "",
        "frequency": when(rule.frequency, voice.words) if ours else "",
    }


def _step(voice: Voice, step: Step, numbers: dict[str, str]) -> Section:
    if voice.manner.sourced_only:
        plain = {"actor": "", "part": "", "deadline": "", "goes_on": ""}
        return {
            "no": numbers[step.id],
            "text": voice.text(step),
            "mark": voice.mark(step.from_),
            "records": voice.records(step.output),
            **plain,
        }
    text = f"{voice.text(step)}\n{voice.text(step.gate)}" if step.gate else voice.text(step)
    ways = [("yes", step.then), ("no", step.else_)] if step.gate else [("then", step.then)]
    limit = f" ≤ {step.limit.max:g} {voice.words(f'labels.unit.{step.limit.unit}')}" if step.limit else ""
    return {
        "no": numbers[step.id],
        "text": text,
        "mark": voice.mark(step.from_),
        "actor": voice.words("labels.or").join(_parties(voice, step.actor)),
        "part": voice.words(f"labels.step.{step.part}") + limit,
        "deadline": when(step.deadline, voice.words),
        "records": voice.records(step.output),
        "goes_on": "\n".join(voice.words(f"labels.way-{way}", n=numbers[goal]) for way, goal in ways if goal in numbers and goal),
    }


def _parties(voice: Voice, parties: Sequence[Party]) -> list[str]:
    return [voice.scene.party(party) for party in parties]
