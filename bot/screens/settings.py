"""Language, time zone, and what is told by day and by night."""

from bot.buttons.base import Key
from bot.buttons.profile import OpenProfile
from bot.buttons.settings import (
    OpenNoticeSettings,
    OpenSettings,
    SetLanguage,
    SetNotices,
    SetQuietNights,
    SetZone,
)
from bot.i18n.translator import Translator
from bot.screens import words
from bot.screens.base import Screen, in_pairs, lines, rows
from bot.screens.start import home_key
from store.domain.inbox import NoticeKind
from store.domain.language import Language
from store.domain.zones import Zone
from store.views.people import Profile

SPOKEN = (Language.ID, Language.EN)
ZONES = (None, *Zone)
KINDS = tuple(NoticeKind)
# A language is always called by its own name, so that everybody finds theirs.
OWN_NAMES = {Language.ID: "Indonesia", Language.EN: "English"}


def settings(t: Translator, profile: Profile) -> Screen:
    """What can be set, and how it is now."""
    zone = t.plain("chosen by you") if profile.zone_chosen else t.plain("by your last address")
    return Screen(
        text=lines(
            t("<b>Settings</b>"),
            t("Language: {language}", language=OWN_NAMES[profile.language]),
            t("Time zone: {zone}, {how}", zone=profile.zone, how=zone),
            _night_line(t, profile),
            "",
            t("A press changes it at once."),
        ),
        rows=rows(
            [_language_key(profile, one) for one in SPOKEN],
            [_zone_key(t, profile, one) for one in ZONES],
            [OpenNoticeSettings().labelled(t.plain("Notices and quiet hours"))],
            [OpenProfile().labelled(t.plain("‹ Profile")), home_key(t)],
        ),
    )


def notices(t: Translator, profile: Profile) -> Screen:
    """Which kinds of notices are told, and whether they are silent at night."""
    return Screen(
        text=lines(
            t("<b>Notices</b>"),
            *(_kind_line(t, profile, kind) for kind in KINDS),
            "",
            _night_line(t, profile),
            t("What has to be answered during the night still makes a sound."),
            t("Everything is kept in the inbox in any case."),
        ),
        rows=rows(
            *in_pairs(_kind_key(t, profile, kind) for kind in KINDS),
            [_night_key(t, profile)],
            [OpenSettings().labelled(t.plain("‹ Settings")), home_key(t)],
        ),
    )


def _language_key(profile: Profile, language: Language) -> Key:
    label = _marked(OWN_NAMES[language], language is profile.language)
    return SetLanguage(SPOKEN.index(language)).labelled(label)


def _zone_key(t: Translator, profile: Profile, zone: Zone | None) -> Key:
    chosen = profile.zone if profile.zone_chosen else None
    name = t.plain("Automatic") if zone is None else str(zone)
    return SetZone(ZONES.index(zone)).labelled(_marked(name, zone is chosen))


def _kind_line(t: Translator, profile: Profile, kind: NoticeKind) -> str:
    name = words.notice_kind(t, kind)
    if kind in profile.kept_kinds:
        return t("○ {kind}: only kept in the inbox", kind=name)
    return t("● {kind}: told here in the chat", kind=name)


def _kind_key(t: Translator, profile: Profile, kind: NoticeKind) -> Key:
    name, at = words.notice_kind(t, kind), KINDS.index(kind)
    if kind in profile.kept_kinds:
        return SetNotices(at, told=True).labelled(t.plain("Tell: {kind}", kind=name))
    return SetNotices(at, told=False).labelled(t.plain("Only keep: {kind}", kind=name))


def _night_line(t: Translator, profile: Profile) -> str:
    if profile.quiet_nights:
        return t("Quiet hours: from 21:00 to 07:00 {zone} without sound", zone=profile.zone)
    return t("Quiet hours: off")


def _night_key(t: Translator, profile: Profile) -> Key:
    if profile.quiet_nights:
        return SetQuietNights(quiet=False).labelled(t.plain("Switch quiet hours off"))
    return SetQuietNights(quiet=True).labelled(t.plain("Switch quiet hours on"))


def _marked(label: str, here: bool) -> str:
    return f"· {label} ·" if here else label
