import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from tests.property.strategies import json_values
from tests.property.test_hostile import mutated
from tests.samples import document


@given(
    mutated()
    | st.binary()
    | json_values().map(json.dumps).map(str.encode)
    | st.dictionaries(st.sampled_from(sorted(document())), json_values(), max_size=2).map(
        lambda changes: json.dumps(document(**changes)).encode()
    ),
    st.sampled_from(["plan", "check"]),
)
def test_any_file_is_a_plan_or_a_message(data: bytes, command: str) -> None:
    """The command ends with one of its three codes on any file, and writes nothing where it has messages."""
    with (
        TemporaryDirectory() as folder,
        redirect_stdout(StringIO()) as said,
        redirect_stderr(StringIO()) as errors,
    ):
        file, out = Path(folder, "file"), Path(folder, "out")
        file.write_bytes(data)
        options = ["--out", str(out)] if command == "plan" else ["--kind", "thank-you"]
        code = main([command, str(file), *options])
        assert out.exists() is (command == "plan" and code == 0)
    assert code in ({0, 2} if command == "plan" else {0, 1, 2})
    assert bool(errors.getvalue()) is (code == 2)
    assert bool(said.getvalue()) is (command == "check" and code != 2)
