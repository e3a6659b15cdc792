"""script/people: seeing who spoke, and linking them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands.opening import open_memory
from commands.people import main
from media import User
from media_backends import Ability
from settings import Settings
from tests.backends.stand_in import KEY, Person, StandIn
from tests.fake_backend import FakeBackend
from tests.house import House
from tests.serving import settings_in


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as opened:
        opened.books.people[7] = Person(7, "Bob")
        yield opened


@pytest.fixture
def settings(server: StandIn, tmp_path: Path) -> Settings:
    return settings_in(tmp_path, media_backend_url=server.url, media_backend_api_key=KEY)


@pytest.fixture
def says(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run it; what it prints, or what it complains about."""

    def run(*arguments: str, of: Settings = settings) -> str:
        problem = main(arguments, of)
        return problem or capsys.readouterr().out

    return run


def test_nobody_yet(says: Callable[..., str]):
    assert says() == "Nobody who gave a name has asked for anything yet.\n"


def test_whoever_spoke_is_listed_and_can_be_linked_and_then_asks_as_that_user(
    build_house: Callable[..., House], server: StandIn, says: Callable[..., str]
):
    backend = FakeBackend()
    backend.can |= {Ability.AS_USER}
    house = build_house(backend)
    of = settings_in(house.database.parent, media_backend_url=server.url, media_backend_api_key=KEY)
    house.person("ann").hears("get dune").hears("yes")
    assert says("list", of=of).splitlines() == [
        "CHANNEL  PERSON  USER  LAST SEEN",
        says("list", of=of).splitlines()[1],
        "Whoever has no user asks as the user whose API key is set.",
    ]
    assert says("list", of=of).splitlines()[1].startswith("voice    ann     -     2026-11-20 ")
    assert says("link", "voice", "ann", "7", of=of) == "ann on voice asks as user 7 from now on.\n"
    house.person("ann").hears("get severance").hears("yes").hears("season one")
    assert house.fake.asked_as == [None, "7"]
    assert says("list", of=of).splitlines()[1].startswith("voice    ann     7     ")


def test_the_default_user_is_named(settings: Settings, says: Callable[..., str], tmp_path: Path):
    says("link", "voice", "ann", "7")
    assert says("list", of=settings.model_copy(update={"default_user": "3"})).endswith(
        "Whoever has no user asks as user 3.\n"
    )


def test_who_has_not_spoken_yet_can_be_linked_and_that_is_said(says: Callable[..., str]):
    assert says("link", "voise", "ann", "7").splitlines()[1] == (
        "Nobody of that name has asked for anything there yet: check it if that surprises."
    )


def test_a_user_whom_the_server_does_not_know_is_refused(says: Callable[..., str]):
    assert says("link", "voice", "ann", "99") == (
        "people: the request manager has no user '99'. script/people users lists them."
    )
    assert says("list").startswith("Nobody")


def test_a_server_that_is_away_cannot_be_asked_so_nothing_is_changed(server: StandIn, says: Callable[..., str]):
    server.close()
    told = says("link", "voice", "ann", "7")
    assert told.startswith("people: the users cannot be read: ")
    assert told.endswith("So user 7 was not checked, and nothing was changed (--unchecked).")
    assert says("list").startswith("Nobody")
    assert says("link", "voice", "ann", "7", "--unchecked").startswith("ann on voice asks as user 7")


def test_a_wrong_key_is_said(settings: Settings, server: StandIn, says: Callable[..., str]):
    server.key = "another"
    assert says("users").startswith("people: the users cannot be read: ")
    assert KEY not in says("users")


def test_unlinking(says: Callable[..., str]):
    says("link", "voice", "ann", "7")
    assert says("unlink", "voice", "ann") == "ann on voice is no longer user 7.\n"
    assert says("unlink", "voice", "ann") == ("people: ann on voice is not linked. script/people list shows who is.")
    assert says("unlink", "voice", "bob").startswith("people: bob on voice is not linked.")


def test_the_users_of_the_server(says: Callable[..., str]):
    assert says("users").splitlines() == ["USER  NAME", "1     Ada", "7     Bob"]


def test_the_demo_has_no_users(says: Callable[..., str], tmp_path: Path):
    assert says("users", of=settings_in(tmp_path)) == "people: this request manager does not list its users."


@pytest.mark.parametrize("nobody", ["", "  "])
def test_nobody_cannot_be_linked(says: Callable[..., str], nobody: str):
    assert "DEFAULT_USER is for those" in says("link", "voice", nobody, "7")


def test_a_name_from_outside_cannot_play_with_the_terminal(says: Callable[..., str]):
    says("link", "voice", "ann \x1b[2J", "7")
    assert "\x1b" not in says("list")
    assert "'ann \ufffd[2J'" in says("list")


def test_a_database_that_cannot_be_used_is_said(tmp_path: Path, says: Callable[..., str]):
    (tmp_path / "file").write_text("no folder")
    of = settings_in(tmp_path / "file")
    assert says("list", of=of).startswith("people: The database cannot be opened: ")


def test_a_wrong_command_is_explained(says: Callable[..., str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        says("link", "voice")
    assert ended.value.code == 2
    assert "PERSON, USER" in capsys.readouterr().err


def test_a_code_is_printed_for_whoever_is_to_be_that_user(says: Callable[..., str], settings: Settings):
    code, until = says("code", "7").splitlines()
    assert code.isdigit()
    assert until.endswith("is Bob from then on: once.")
    with open_memory(settings) as storage:
        assert storage.codes.look(code, "voice", "bob") == User("7", "Bob")


def test_for_a_user_who_is_not_there_there_is_no_code(says: Callable[..., str]):
    assert says("code", "99") == "people: the request manager has no user '99'. script/people users lists them."
