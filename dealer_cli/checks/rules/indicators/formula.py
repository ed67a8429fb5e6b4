"""Formulas of indicators: arithmetic over named inputs, read without ever being run."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property

LONGEST = 200
"""Names, numbers and signs of a formula; what is longer is no formula that a person reads."""

_TOKEN = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\.[0-9]+)?|[-+*/()])")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Formula:
    """A formula as it was understood."""

    text: str
    body: ast.expr

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The quantities that it names, in their order."""
        return tuple(dict.fromkeys(_NAME.findall(self.text)))

    @cached_property
    def zero_divisor(self) -> bool:
        """Whether it divides by what is always zero."""
        return any(isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and _value(node.right) == 0 for node in ast.walk(self.body))

    @cached_property
    def times_hundred(self) -> bool:
        """Whether the whole is multiplied by a hundred."""
        node = self.body
        return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and 100 in (_value(node.left), _value(node.right))

    def shape(self, meaning: dict[str, str]) -> str:
        """The arithmetic with every name replaced by what it means: equal for formulas that compute the same."""
        return _shape(self.body, meaning)


def parse(text: str) -> Formula | None:
    """A formula; None if the text is no arithmetic over names and numbers."""
    tokens: list[str] = []
    end, rest = 0, len(text.rstrip())
    while end < rest:
        match = _TOKEN.match(text, end)
        if match is None or len(tokens) == LONGEST:
            return None
        tokens.append(match.group(1))
        end = match.end()
    try:
        body = ast.parse(" ".join(tokens), mode="eval").body
    except (SyntaxError, MemoryError, RecursionError):
        return None
    return Formula(text, body) if all(isinstance(node, _ALLOWED) for node in ast.walk(body)) else None


_ALLOWED = (ast.BinOp, ast.UnaryOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UAdd, ast.USub, ast.Name, ast.Load, ast.Constant)


def _value(node: ast.expr) -> float | None:
    """What an expression is worth whatever its inputs are; None if that depends on them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.UnaryOp):
        inner = _value(node.operand)
        return None if inner is None else -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left), _value(node.right)
        if isinstance(node.op, ast.Mult) and 0 in (left, right):
            return 0
        if isinstance(node.op, ast.Sub) and ast.dump(node.left) == ast.dump(node.right):
            return 0
        if left is None or right is None:
            return None
        return _compute(node.op, left, right)
    return None


def _compute(sign: ast.operator, left: float, right: float) -> float | None:
    try:
        if isinstance(sign, ast.Add):
            return left + right
        if isinstance(sign, ast.Sub):
            return left - right
        return left * right if isinstance(sign, ast.Mult) else left / right
    except (ZeroDivisionError, OverflowError):
        return None


def _shape(node: ast.expr, meaning: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return f"<{meaning.get(node.id, node.id)}>"
    if isinstance(node, ast.Constant):
        return repr(node.value)
    if isinstance(node, ast.UnaryOp):
        return f"({type(node.op).__name__} {_shape(node.operand, meaning)})"
    if isinstance(node, ast.BinOp):
        parts = [_shape(node.left, meaning), _shape(node.right, meaning)]
        if isinstance(node.op, (ast.Add, ast.Mult)):
            parts.sort()
        return f"({type(node.op).__name__} {' '.join(parts)})"
    return ast.dump(node)
