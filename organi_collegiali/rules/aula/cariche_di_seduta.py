"""Who presides over a sitting and who writes its minutes: two persons, both there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cpia.norme.rules.motivi import Motivo, Violazione
from organi_collegiali.enums import Carica, Componente, RegolaSegretario
from organi_collegiali.rules.aula.presidenza import Presente

C = TypeVar("C")
DUE = "C.M. 16 aprile 1975, n. 105, art. 1: il verbale è firmato dal presidente e dal segretario"
FONTI = {
    RegolaSegretario.NOMINATO: "D.Lgs. 297/1994, art. 8: il segretario è scelto dal presidente",
    RegolaSegretario.DSGA: "D.Lgs. 297/1994, art. 8 c. 7: segretario della giunta è il DSGA",
    RegolaSegretario.DESIGNATO: "D.Lgs. 297/1994, art. 5 c. 5: un docente designato dal dirigente",
}


@dataclass(frozen=True, slots=True)
class Segretario(Generic[C]):
    """Who writes, if the rule says it alone, or among whom one is named, and why."""

    chi: C | None
    fra: tuple[C, ...]
    motivo: Motivo


def chi_verbalizza(
    presenti: Sequence[Presente[C]],
    *,
    regola: RegolaSegretario,
    presiede: C | None,
    dsga: Collection[C] = (),
) -> Segretario[C]:
    """Who writes the minutes, by the rule of the organ, among those who are in.

    The secretary of the organ when there is one; where the rule says DSGA, the DSGA; in the
    councils of a class a teacher; anybody else, as named by who presides.
    """
    fonte = FONTI[regola]
    altri = [presente for presente in presenti if presente.chi != presiede]
    if regola is RegolaSegretario.DSGA:
        fra = [presente for presente in altri if presente.chi in dsga]
    elif regola is RegolaSegretario.DESIGNATO:
        fra = [p for p in altri if p.componente is Componente.DOCENTI and p.con_voto]
    else:
        fra = [presente for presente in altri if presente.con_voto]
    in_carica = next((p for p in fra if p.carica is Carica.SEGRETARIO), None)
    if in_carica is None and regola is RegolaSegretario.DSGA and fra:
        in_carica = fra[0]
    motivo = Motivo("segretario", fonte, f"Verbalizza {regola.etichetta}.")
    if in_carica is not None:
        return Segretario(in_carica.chi, tuple(p.chi for p in fra), motivo)
    scelta = tuple(p.chi for p in fra) or tuple(p.chi for p in altri)
    return Segretario(None, scelta, motivo)


def verifica_cariche(
    presiede: C, verbalizza: C, *, votano: Collection[C], presenti: Collection[C], da_solo: bool
) -> list[Violazione]:
    """Why these two may not hold the sitting.

    Who presides is a member and is in; who writes is in and is somebody else, but in an organ of
    one person only (a commissario).
    """
    violazioni = []
    if presiede not in votano:
        testo = "Chi presiede deve essere un componente presente in aula."
        violazioni.append(Violazione("presiede", testo, DUE, "presiede"))
    if verbalizza not in presenti:
        testo = "Chi verbalizza deve essere presente in aula."
        violazioni.append(Violazione("verbalizza", testo, DUE, "verbalizza"))
    if presiede == verbalizza and not da_solo:
        testo = "Chi presiede e chi verbalizza sono due persone diverse."
        violazioni.append(Violazione("stessa_persona", testo, DUE, "verbalizza"))
    return violazioni


def chi_constata(
    presiede: C | None, verbalizza: C | None, *, presenti: Sequence[C], dichiara: C
) -> tuple[C, C]:
    """Who puts on record that the legal number was missing, and who writes it.

    Who would preside and who would write among those who came (``None``: the rule names nobody);
    where nobody could, who declares it, with another of those present if there is one.
    """
    constata = dichiara if presiede is None else presiede
    if verbalizza is not None and verbalizza != constata:
        return constata, verbalizza
    altri = [chi for chi in (dichiara, *presenti) if chi != constata]
    return constata, altri[0] if altri else constata


def verifica_constatazione(
    constata: C, verbalizza: C, *, presenti: Collection[C], dichiara: C
) -> list[Violazione]:
    """Why these two may not put on record that the legal number was missing (`001` art. 1).

    Each of them came, or is who declares it; they are two, unless nobody else is there.
    """
    possono = {*presenti, dichiara}
    violazioni = []
    for chi, campo in ((constata, "presiede"), (verbalizza, "verbalizza")):
        if chi not in possono:
            testo = "Scegli fra chi è venuto: ne dà atto chi c’era."
            violazioni.append(Violazione(campo, testo, DUE, campo))
    if constata == verbalizza and len(possono) > 1:
        testo = "Chi constata e chi verbalizza sono due persone diverse."
        violazioni.append(Violazione("stessa_persona", testo, DUE, "verbalizza"))
    return violazioni
