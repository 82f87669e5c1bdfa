"""The roll call and the hours of who comes and goes: what may be written, and when it counts."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import TypeVar

from cpia.norme.rules.motivi import Valore, Violazione
from organi_collegiali.enums import Presenza, Risposta
from organi_collegiali.rules.aula import presenze
from organi_collegiali.rules.aula.quorum import GiudizioPresenze

C = TypeVar("C")
APPELLO = "D.Lgs. 297/1994, art. 37 c. 2; C.M. 16 aprile 1975, n. 105: appello e numero legale"


def verifica_apertura(
    adesso: datetime, *, inizio: datetime, giudizio: GiudizioPresenze
) -> list[Violazione]:
    """Why a sitting may not be opened now: the hour of the notice, the legal number."""
    violazioni = verifica_ora(adesso, inizio)
    if not giudizio.valida:
        motivo = giudizio.perche[-1]
        violazioni.append(Violazione("numero_legale", motivo.testo, motivo.fonte))
    return violazioni


def verifica_deserta(
    adesso: datetime, *, inizio: datetime, giudizio: GiudizioPresenze
) -> list[Violazione]:
    """Why a sitting may not be declared deserted: it is early, or the legal number is there."""
    violazioni = verifica_ora(adesso, inizio)
    if giudizio.valida:
        motivo = giudizio.perche[-1]
        testo = f"{motivo.testo} La seduta si apre."
        violazioni.append(Violazione("valida", testo, motivo.fonte))
    return violazioni


def verifica_ora(adesso: datetime, inizio: datetime) -> list[Violazione]:
    """Nobody opens a sitting, or finds it deserted, before the hour of the notice."""
    if adesso >= inizio:
        return []
    testo = f"La seduta è convocata per le {_ora(inizio)}: prima di allora non si apre."
    return [Violazione("troppo_presto", testo, APPELLO)]


def presenza_all_appello(*, dentro: bool, risposta: str, presenza: str) -> Presenza:
    """How a member answered the roll call.

    Who wrote that he or she would not come is justified, unless the secretary says otherwise
    (``presenza`` as it was marked by hand).
    """
    if dentro:
        return Presenza.PRESENTE
    if presenza and presenza != Presenza.PRESENTE:
        return Presenza(presenza)
    if risposta == Risposta.ASSENTE:
        return Presenza.ASSENTE_GIUSTIFICATO
    return Presenza.ASSENTE_INGIUSTIFICATO


def istante(
    alle: time | None, *, adesso: datetime, dal: datetime, dopo: datetime | None = None
) -> datetime:
    """The instant of a movement written as an hour, or now when no hour is written.

    An hour names a whole minute: that of now is now, that of the opening (``dal``) is the
    opening, that of the movement before (``dopo``) comes right after it. After midnight the
    hours of the evening are of the day before. All in the time of the place.
    """
    if alle is None:
        return adesso
    detto = adesso.replace(hour=alle.hour, minute=alle.minute, second=0, microsecond=0)
    if detto > adesso and detto - timedelta(days=1) >= _minuto(dal):
        detto -= timedelta(days=1)
    if detto == _minuto(adesso):
        return adesso
    for noto in (dopo, dal):
        if noto is not None and detto == _minuto(noto):
            return noto
    return detto


def verifica_istante(quando: datetime, *, adesso: datetime, dal: datetime) -> list[Violazione]:
    """Why nobody comes or goes at an instant: before the opening, or not yet."""
    if quando < dal:
        testo = f"Alle {_ora(quando)} la seduta non era aperta: è cominciata alle {_ora(dal)}."
        return [Violazione("ora", testo, "", "alle")]
    if quando > adesso:
        testo = f"Le {_ora(quando)} non sono ancora passate."
        return [Violazione("ora", testo, "", "alle")]
    return []


def verifica_movimenti(
    prima: Sequence[presenze.Movimento[C]],
    dopo: Sequence[presenze.Movimento[C]],
    *,
    votate: Iterable[datetime] = (),
) -> list[Violazione]:
    """Why the movements of a sitting may not be changed this way.

    Who is in cannot come in; and who was there when something was put to the vote (``votate``)
    stays as it was counted: the vote was proclaimed on that number.
    """
    try:
        presenze.andamento(dopo)
    except presenze.MovimentoImpossibile:
        testo = "Con quest’ora entrerebbe due volte, o uscirebbe senza essere in aula."
        return [Violazione("ordine", testo, "", "alle")]
    for quando in votate:
        if presenze.presenti(prima, quando) != presenze.presenti(dopo, quando):
            testo = (
                f"Alle {_ora(quando)} si è votato: questo cambierebbe chi era presente. "
                "Si corregge annullando prima la votazione."
            )
            return [Violazione("votazione", testo, APPELLO, "alle")]
    return []


def verifica_a_distanza(*, a_distanza: bool, regola: Valore[bool]) -> list[Violazione]:
    """Whether one may take part from afar: the regulation must say so."""
    if not a_distanza or regola.valore:
        return []
    testo = f"Il regolamento non prevede chi partecipa a distanza.{regola.altra_fonte}"
    return [Violazione("a_distanza", testo, regola.fonte, "a_distanza")]


def _minuto(quando: datetime) -> datetime:
    return quando.replace(second=0, microsecond=0)


def _ora(quando: datetime) -> str:
    return f"{quando.hour}.{quando.minute:02d}"
