"""The seats of an organ: who fills them, who may, who may hold an office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import Carica, Componente, RegolaPresidente, Titolo
from organi_collegiali.rules.organi.composizione import Seggio

ART_8: Final = "D.Lgs. 297/1994, art. 8"
NEL_SUO_SENO: Final = "D.Lgs. 297/1994, art. 8 c. 7"


@dataclass(frozen=True, slots=True)
class SeggioOccupato:
    """Seats of one component with how many sit in them; ``posti`` is missing when all may."""

    seggio: Seggio
    occupati: int

    @property
    def vacanti(self) -> int:
        """The seats to fill, for those that are counted and not by right."""
        return max((self.seggio.posti or 0) - self.occupati, 0)

    @property
    def in_piu(self) -> int:
        """Those who sit beyond the seats."""
        return max(self.occupati - (self.seggio.posti or self.occupati), 0)


def scade_presto(al: date | None, giorno: date, anticipo: int) -> bool:
    """Whether a mandate ends within ``anticipo`` days, when the renewal is to be remembered."""
    return al is not None and giorno <= al <= giorno + timedelta(days=anticipo)


def verifica_posto(
    seggi: Iterable[SeggioOccupato], componente: Componente, titolo: Titolo, *, con_voto: bool
) -> list[Violazione]:
    """Whether one more may sit for a component by this title.

    An organ whose composition is not written has no seats to count: there anybody may.
    """
    tutti = list(seggi)
    suoi = [s for s in tutti if s.seggio.componente is componente and s.seggio.con_voto == con_voto]
    if not tutti:
        return []
    if not suoi:
        come = "con diritto di voto" if con_voto else "senza diritto di voto"
        testo = f"In quest’organo la componente «{componente.etichetta}» non siede {come}."
        return [Violazione("componente_non_prevista", testo, "", "componente")]
    del_titolo = [s for s in suoi if s.seggio.titolo is titolo]
    if not del_titolo:
        come = " o ".join(s.seggio.titolo.etichetta for s in suoi)
        testo = f"Per la componente «{componente.etichetta}» chi siede è {come}."
        return [Violazione("titolo_non_previsto", testo, suoi[0].seggio.fonte, "titolo")]
    if any(s.seggio.posti is None or s.vacanti for s in del_titolo):
        return []
    quanti = sum(s.seggio.posti or 0 for s in del_titolo)
    testo = f"I posti della componente «{componente.etichetta}» sono {quanti}, tutti occupati."
    return [Violazione("posti_esauriti", testo, del_titolo[0].seggio.fonte, "componente")]


def verifica_posti_liberi(
    seggi: Iterable[SeggioOccupato], componente: Componente, quanti: int
) -> list[Violazione]:
    """Whether as many may be elected for a component: no more than the seats that are free.

    Where the seats are not written, or all of a component sit, there is nothing to count.
    """
    suoi = [
        s
        for s in seggi
        if s.seggio.componente is componente
        and s.seggio.con_voto
        and s.seggio.titolo is not Titolo.DI_DIRITTO
    ]
    liberi = sum(s.vacanti for s in suoi)
    if not suoi or quanti <= liberi or any(s.seggio.posti is None for s in suoi):
        return []
    testo = (
        f"I posti liberi della componente «{componente.etichetta}» sono {liberi}, qui sono "
        f"{quanti}: prima si rinnova l’organo, o cessa chi siede."
    )
    return [Violazione("posti_occupati", testo, suoi[0].seggio.fonte, "posti")]


def verifica_giunta(
    componente: Componente, titolo: Titolo, *, nel_consiglio: bool
) -> list[Violazione]:
    """Whether somebody may sit in the Giunta: the Consiglio elects it among its own members.

    The dirigente and the director of the services sit by right (art. 8 c. 7).
    """
    if nel_consiglio or titolo is Titolo.DI_DIRITTO or componente is Componente.DIRIGENTE:
        return []
    testo = (
        "La Giunta è eletta dal Consiglio d’istituto nel suo seno: questa persona non siede nel "
        f"Consiglio per la componente «{componente.etichetta}»."
    )
    return [Violazione("fuori_dal_consiglio", testo, NEL_SUO_SENO, "persona")]


def verifica_carica(
    carica: Carica, componente: Componente, regola: RegolaPresidente, *, con_voto: bool
) -> list[Violazione]:
    """Whether a member may hold an office of the organ.

    President and vice president vote; where the law wants them among the parents they are
    parents (art. 8). Where the dirigente presides by right nobody is elected president: the
    office says who presides when he or she is missing.
    """
    presiede = carica in (Carica.PRESIDENTE, Carica.VICEPRESIDENTE)
    if presiede and not con_voto:
        testo = "Chi siede senza diritto di voto non presiede."
        return [Violazione("carica_senza_voto", testo, ART_8, "carica")]
    fra_i_genitori = regola is RegolaPresidente.ELETTO_GENITORI
    if presiede and fra_i_genitori and componente is not Componente.GENITORI:
        testo = f"In quest’organo il {carica.etichetta} è un genitore."
        return [Violazione("carica_non_genitore", testo, ART_8, "carica")]
    return []


def verifica_periodo(dal: date, al: date | None, costituito: date) -> list[Violazione]:
    """Whether the days of a mandate hold together."""
    if al is not None and al < dal:
        testo = "L’ultimo giorno viene prima del primo."
        return [Violazione("al_prima_del_dal", testo, "", "al")]
    if dal < costituito:
        testo = f"L’organo è costituito dal {costituito:%d/%m/%Y}: il mandato comincia da allora."
        return [Violazione("prima_dell_organo", testo, "", "dal")]
    return []


def verifica_cessazione(ultimo: date, dal: date, al: date | None) -> list[Violazione]:
    """Whether a mandate may end on a day before its term."""
    if ultimo < dal:
        testo = f"Il mandato è cominciato il {dal:%d/%m/%Y}: non può finire prima."
        return [Violazione("prima_del_mandato", testo, "", "ultimo_giorno")]
    if al is not None and ultimo > al:
        testo = f"Il mandato finisce già il {al:%d/%m/%Y}."
        return [Violazione("dopo_il_mandato", testo, "", "ultimo_giorno")]
    return []


def diversa_dalla_legge(seggi: Sequence[Seggio], di_legge: Sequence[Seggio]) -> bool:
    """Whether the seats with a vote differ from those of the law, but for how they are called."""

    def quanti(quali: Sequence[Seggio]) -> dict[Componente, int | None]:
        somme: dict[Componente, int | None] = {}
        for seggio in quali:
            if seggio.con_voto:
                prima = somme.get(seggio.componente, 0)
                somme[seggio.componente] = (
                    None if prima is None or seggio.posti is None else prima + seggio.posti
                )
        return somme

    return quanti(seggi) != quanti(di_legge)
