"""中文：新目录的文件。"""

MESSAGES = {
    "readme": """# 我们的组织

用 `dealer` 管理本店的岗位、汇报线和职责。这里没有写的，一律按内置目录。

- `stores/STORE.yaml`：本店的编制、谁向谁汇报、谁对什么负责。它以标准店为起点：删去本店没有的编制，把它们的职能交给别人，
  并在 `not_seated` 中写明未设岗位由谁承担。
- `catalog.yaml`：本店名称、上限和文件编号方式。
- `roles/<部门>/<岗位编号>.yaml`：本店自己的岗位，或替换同编号的内置岗位。
- `functions.yaml`、`kpis.yaml`、`records.yaml` 等清单：本店自己的条目，或替换内置条目。
- `waivers.yaml`：本店接受的检查结果，各有理由、批准人和期限。

```
dealer check              # 缺什么、哪里矛盾
dealer tree               # 本店组织
dealer who ROLE           # 某岗位向谁汇报
dealer jd --all           # 打印岗位说明书（Word）
dealer schema             # 生成结构文件，编辑器可边写边检查
```

`.github/workflows/dealer.yml` 在每次修改时运行检查。开始使用之前就有的问题可以先搁置：
先运行 `dealer check --write-baseline baseline.json`，再在工作流中加上 `--baseline baseline.json`。
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
    "extends": "本目录没有写的，一律按内置目录。",
    "values": "各处文字以 $oem、$crm 等引用的名称。",
    "positions": "与标准店相同：删去本店没有的。",
    "full-time": "超过100人时，法律要求设不兼其他岗位的专职安全员",
    "name-zh": "本店",
    "name-en": "Our store",
}
