"""Two organs for each institute: one of the cast of class A, one of that of class B.

In organ A sit the dirigente, the parent (who presides), the teacher and, as secretary, the
coordinator of A; in organ B the same with the teacher and the coordinator of B. The office
prepares both. ``della_sua`` and its like are the objects that the entries of the matrix ask for.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import (
    Carica,
    Componente,
    FormaVotazione,
    ModoVotazione,
    NaturaPunto,
    RegolaPresidente,
    Titolo,
)
from organi_collegiali.models import (
    Convocato,
    Delibera,
    Mandato,
    OrganoCollegiale,
    Punto,
    Seduta,
    Verbale,
    Votazione,
)
from tests.factories.organi import (
    ConvocatoFactory,
    DeliberaFactory,
    MandatoFactory,
    MovimentoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
    VerbaleFactory,
    VotazioneFactory,
)


@dataclass(frozen=True)
class SedutaDelMondo:
    """A sitting with two items; at the open one all are in and the first item is voted."""

    seduta: Seduta
    punti: list[Punto]
    convocati: dict[str, Convocato]


@dataclass(frozen=True)
class OrganoDelMondo:
    """What hangs on one organ."""

    organo: OrganoCollegiale
    mandati: dict[str, Mandato]
    bozza: SedutaDelMondo
    convocata: SedutaDelMondo
    in_corso: SedutaDelMondo
    chiusa: SedutaDelMondo
    palese: Votazione
    segreta: Votazione
    delibera: Delibera
    verbale: Verbale


def organi(istituto: Istituto, cast: dict[str, Persona]) -> dict[str, OrganoDelMondo]:
    """The two of an institute."""
    return {
        "a": _organo(istituto, cast, "docente", "coordinatrice"),
        "b": _organo(istituto, cast, "docente_di_b", "coordinatore_di_b"),
    }


def _organo(
    istituto: Istituto, cast: dict[str, Persona], docente: str, segretario: str
) -> OrganoDelMondo:
    organo = OrganoFactory(istituto=istituto, regola_presidente=RegolaPresidente.ELETTO_GENITORI)
    mandati = {
        "dirigente": _mandato(
            organo, cast["dirigente"], componente=Componente.DIRIGENTE, titolo=Titolo.DI_DIRITTO
        ),
        "responsabile": _mandato(
            organo, cast["responsabile"], componente=Componente.GENITORI, carica=Carica.PRESIDENTE
        ),
        docente: _mandato(organo, cast[docente]),
        segretario: _mandato(organo, cast[segretario], carica=Carica.SEGRETARIO),
    }
    bozza = _seduta(organo, {}, cast, segretario)
    convocata = _seduta(organo, mandati, cast, segretario, convocata=True)
    in_corso = _seduta(organo, mandati, cast, segretario, in_corso=True)
    chiusa = _seduta(organo, mandati, cast, segretario, chiusa=True)
    for convocato in (*in_corso.convocati.values(), *chiusa.convocati.values()):
        MovimentoFactory(istituto=istituto, convocato=convocato, quando=convocato.seduta.aperta_il)
    comune = {"istituto": istituto, "in_carica": 4, "presenti": 4, "numero_legale": 3}
    return OrganoDelMondo(
        organo=organo,
        mandati=mandati,
        bozza=bozza,
        convocata=convocata,
        in_corso=in_corso,
        chiusa=chiusa,
        palese=VotazioneFactory(punto=in_corso.punti[0], modo=ModoVotazione.NOMINALE, **comune),
        segreta=VotazioneFactory(
            punto=in_corso.punti[1],
            forma=FormaVotazione.SEGRETA,
            modo=ModoVotazione.URNA,
            **comune,
        ),
        delibera=DeliberaFactory(
            istituto=istituto, organo=organo, seduta=chiusa.seduta, punto=chiusa.punti[0]
        ),
        verbale=VerbaleFactory(istituto=istituto, seduta=chiusa.seduta),
    )


def _mandato(organo: OrganoCollegiale, persona: Persona, **altro: object) -> Mandato:
    return MandatoFactory(istituto=organo.istituto, organo=organo, persona=persona, **altro)


def _seduta(
    organo: OrganoCollegiale,
    mandati: dict[str, Mandato],
    cast: dict[str, Persona],
    segretario: str,
    **stato: object,
) -> SedutaDelMondo:
    tenuta = {"presiede": cast["responsabile"], "verbalizza": cast[segretario]}
    seduta = SedutaFactory(
        istituto=organo.istituto,
        organo=organo,
        preparata_da=cast["segretaria"],
        **(tenuta if "in_corso" in stato or "chiusa" in stato else {}),
        **stato,
    )
    punti = [
        PuntoFactory(istituto=organo.istituto, seduta=seduta, natura=natura)
        for natura in (NaturaPunto.DELIBERA, NaturaPunto.ELEZIONE)
    ]
    convocati = {
        nome: ConvocatoFactory(istituto=organo.istituto, seduta=seduta, mandato=mandato)
        for nome, mandato in mandati.items()
    }
    return SedutaDelMondo(seduta, punti, convocati)


def di(quale: Callable[[OrganoDelMondo], object]) -> Callable[..., list[object]]:
    """The ids that an entry of the matrix asks for: of organ A for class A, of B for class B.

    ``oggetto=di(lambda organo: organo.convocata.seduta)``; more than one as a tuple.
    """

    def oggetto(scuola, classe) -> list[object]:  # type: ignore[no-untyped-def]
        trovato = quale(scuola.organi["a" if classe is scuola.a else "b"])
        righe = trovato if isinstance(trovato, tuple) else (trovato,)
        return [riga.pk for riga in righe]  # type: ignore[attr-defined]

    return oggetto
