"""Language, zone, notices and quiet hours, set by one press each."""

from datetime import timedelta

from sandbox.server.journal import CallRecord
from sandbox.world import Person
from tests.support.journeys import orders
from tests.support.stage import Stage

NEW = "Pesanan baru <b>"


def commands_of(stage: Stage, person: Person) -> dict[str, str]:
    """The command menu that somebody's app shows, with its descriptions."""
    book = next(iter(stage.sandbox.bots.values())).commands
    shown = book.shown_to(person.id, person.user.language_code)
    return {one.command: one.description for one in shown}


def told(stage: Stage, person: Person, words: str) -> list[CallRecord]:
    """The messages sent to somebody that hold these words."""
    return [
        call
        for call in stage.sandbox.journal.calls("sendMessage")
        if call.parameters["chat_id"] == person.id and words in call.parameters["text"]
    ]


async def test_a_language_changes_the_very_screen_and_the_menu_of_this_chat(stage: Stage) -> None:
    ratna, sari = stage.person("Ratna"), stage.person("Sari")
    await sari.starts()
    await ratna.starts()
    await ratna.taps("Profil")
    await ratna.taps("Pengaturan")
    await ratna.sees("Pengaturan", "· Indonesia ·", "English")

    await ratna.taps("English")

    await ratna.sees("Settings", "· English ·", "Indonesia", "Quiet hours")
    await stage.settles()
    assert commands_of(stage, ratna)["orders"] == "My orders"
    assert commands_of(stage, sari)["orders"] == "Pesanan saya"
    await ratna.taps("Home")
    await ratna.sees("Hello, Ratna")


async def test_a_zone_is_chosen_and_left_to_the_address_again(stage: Stage) -> None:
    ratna = stage.person("Ratna", language="en")
    await ratna.starts()
    await ratna.writes("/settings")
    await ratna.sees("Time zone: WIB, by your last address", "· Automatic ·")

    await ratna.taps("WIT")
    await ratna.sees("Time zone: WIT, chosen by you", "· WIT ·")
    await ratna.taps("Automatic")

    await ratna.sees("Time zone: WIB, by your last address")


async def test_a_kind_that_is_only_kept_lies_in_the_inbox_and_is_not_told(stage: Stage) -> None:
    budi, wati = await stage.seller("Budi"), await stage.seller("Wati")
    await budi.writes("/settings")
    await budi.taps("Pemberitahuan dan jam tenang")
    await budi.taps("Simpan saja: Pesanan")
    await budi.sees("○ Pesanan: hanya disimpan di kotak masuk")
    ratna = stage.person("Ratna")
    await ratna.starts()

    await orders(ratna)
    await stage.settles()

    await wati.sees("Pesanan baru", "Sepatu Angin")
    assert told(stage, budi, NEW) == []
    assert len(told(stage, wati, NEW)) == 1
    await budi.writes("/inbox")
    await budi.sees("Toko Langkah: Pesanan baru")


async def test_at_night_notices_come_silently_and_only_where_nights_are_quiet(
    stage: Stage,
) -> None:
    budi, wati = await stage.seller("Budi"), await stage.seller("Wati")
    await wati.writes("/settings")
    await wati.taps("Pemberitahuan dan jam tenang")
    await wati.taps("Matikan jam tenang")
    await wati.sees("Jam tenang: mati")
    ratna = stage.person("Ratna")
    await ratna.starts()
    stage.clock.moment += timedelta(hours=13)

    await orders(ratna)
    await stage.settles()

    for seller in (budi, wati):
        await seller.sees("Pesanan baru", "Sepatu Angin")
    silent = {
        name: told(stage, person, NEW)[0].parameters.get("disable_notification", False)
        for name, person in (("Budi", budi), ("Wati", wati))
    }
    assert silent == {"Budi": True, "Wati": False}


async def test_by_day_notices_make_a_sound(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()

    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", "Sepatu Angin")
    call = told(stage, budi, NEW)[0]
    assert not call.parameters.get("disable_notification", False)


async def test_help_and_menu_are_those_of_the_role(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await ratna.taps("Bantuan")
    await budi.writes("/help")

    await ratna.sees("/cancel", "Profil")
    await ratna.does_not_see("/sell", "/members")
    await budi.sees("/sell", "/members")
    await stage.settles()
    assert {"sell", "members"} <= set(commands_of(stage, budi))
    assert not {"sell", "members"} & set(commands_of(stage, ratna))


async def test_the_bot_has_its_name_and_words_in_both_languages(stage: Stage) -> None:
    def published() -> dict[str, str] | None:
        calls = stage.sandbox.journal.calls("setMyName")
        names = {
            call.parameters.get("language_code", ""): call.parameters["name"] for call in calls
        }
        return names if len(names) == 2 else None

    names = await stage.sandbox.changes.until(published, seconds=5)

    assert names == {"": "Lapak · Shopping in the chat", "id": "Lapak · Belanja lewat chat"}


async def test_a_language_that_is_chosen_already_costs_no_call_that_is_refused(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.writes("/settings")
    await ratna.sees("Pengaturan", "· Indonesia ·")
    await stage.settles()

    await ratna.taps("· Indonesia ·")
    await stage.settles()

    await ratna.sees("Pengaturan", "· Indonesia ·")
    assert stage.sandbox.journal.refused() == []
