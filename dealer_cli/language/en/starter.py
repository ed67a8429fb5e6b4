"""English: the files of a new catalog."""

MESSAGES = {
    "readme": """# Our organisation

The posts, lines and duties of our store, kept with `dealer`. Whatever is not written here is as in the built-in catalog.

- `stores/STORE.yaml`: our positions, who reports to whom, who answers for what. It began as the standard store: remove the
  positions that we do not have, give their functions to others, and name under `not_seated` who covers a role without a seat.
- `catalog.yaml`: our name, limits, and how documents are numbered.
- `roles/<department>/<role-id>.yaml`: a role of our own, or one that replaces the built-in role of that id.
- `functions.yaml`, `kpis.yaml`, `records.yaml` and the other lists: entries of our own, or ones that replace a built-in entry.
- `waivers.yaml`: findings that we accept, each with reason, approver and end.

```
dealer check              # what is missing or contradictory
dealer tree               # our chart
dealer who ROLE           # who somebody reports to
dealer jd --all           # the job descriptions, in Word
dealer schema             # schemas, so that an editor completes and checks while we write
```

`.github/workflows/dealer.yml` runs the check on every change. Findings that were there before we began can be set aside:
`dealer check --write-baseline baseline.json`, then `--baseline baseline.json` in the workflow.
""",
    "workflow": """name: dealer
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install "dealer-cli==VERSION"
      - run: dealer check -f sarif=dealer.sarif -f junit=dealer.xml
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: dealer
          path: |
            dealer.sarif
            dealer.xml
""",
    "extends": "Everything that this catalog does not say is as in the built-in one.",
    "values": "What texts mention as $oem, $crm and so on.",
    "positions": "As in the standard store: remove what you do not have.",
    "full-time": "above 100 people law asks for a safety officer who holds no other post",
    "name-zh": "本店",
    "name-en": "Our store",
}
