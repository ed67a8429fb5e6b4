"""On every shipped file our reading and PyYAML's own see the same keys, entries and texts."""

from pathlib import Path

import yaml

from dealer_cli.reading.tree import Document, Mapping, Sequence, Step, Tree
from dealer_cli.reading.yaml import read


class BaseLoader(yaml.cyaml.CParser, yaml.constructor.BaseConstructor, yaml.resolver.BaseResolver):
    """libyaml's parser with PyYAML's composer, and no meaning given to any scalar."""

    def __init__(self, stream: bytes) -> None:
        yaml.cyaml.CParser.__init__(self, stream)
        yaml.constructor.BaseConstructor.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)


def test_same_structure_and_texts(shipped_folder: Path) -> None:
    paths = sorted(shipped_folder.rglob("*.yaml"))
    assert len(paths) > 50
    for path in paths:
        node = BaseLoader(path.read_bytes()).get_single_node()
        document = read(path, shipped_folder)
        same(node, document, (), document.data)


def same(node: yaml.Node, document: Document, steps: tuple[Step, ...], data: Tree) -> None:
    if isinstance(node, yaml.MappingNode):
        assert isinstance(data, Mapping)
        assert [key.value for key, _ in node.value] == list(data), document.path
        for key, value in node.value:
            here = (*steps, key.value)
            places = [document.key_place(*here), document.place(*here)]
            marks = [key.start_mark, value.start_mark]
            assert [(p.line, p.column) for p in places] == [(m.line + 1, m.column + 1) for m in marks], document.path
            same(value, document, here, data[key.value])
    elif isinstance(node, yaml.SequenceNode):
        assert isinstance(data, Sequence)
        assert len(node.value) == len(data), document.path
        for i, value in enumerate(node.value):
            same(value, document, (*steps, i), data[i])
    elif isinstance(data, str):
        assert data == node.value, document.path
    else:
        # A number, a truth or nothing stood there plain, and reads back as itself.
        written = ("", "~", "null") if data is None else (str(data), str(data).lower())
        assert not node.style, document.path
        assert node.value in written, document.path
