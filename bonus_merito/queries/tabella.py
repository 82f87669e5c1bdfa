"""The rows of the board as one reads them, on the screen and in the sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.queries.confronto import cifra, fascia_in_parole
from bonus_merito.queries.lavagna import Cella
from bonus_merito.queries.righe import QuadroDiProcedura, Riga
from bonus_merito.rules.esclusioni import all_eccesso
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.percentuale import nell_area
from cpia.scuola.parole import decimale, di_con_articolo, plurale

INTESTAZIONE = ("Nome", "A", "B", "C", "Aggiuntiva", "Percentuale", "Fascia", "Importo, euro")


@dataclass(frozen=True, slots=True)
class Punti:
    """An area of somebody: ``valore`` as counted, ``provata`` while it is on trial."""

    area: Area
    valore: str
    provata: bool


@dataclass(frozen=True)
class RigaMostrata:
    """A row in words; ``livello`` and ``di`` say how far the bar of its band goes."""

    riga: Riga
    aree: Sequence[Punti]
    aggiuntiva: str
    percentuale: str
    fascia: str
    livello: int
    di: int
    importo: str
    attesa: str
    esclusione: str

    @property
    def pk(self) -> int:
        """The request."""
        return self.riga.richiesta.pk

    @property
    def nome(self) -> str:
        return self.riga.nome

    @property
    def in_prova(self) -> bool:
        """Whether one of its areas is on trial."""
        return any(punti.provata for punti in self.aree)

    def celle(self, quadro: QuadroDiProcedura) -> list[object]:
        """The row of the sheet, numbers as numbers."""
        esito, punteggio = self.riga.esito, self.riga.docente.punteggio
        if esito is None or self.esclusione:
            detto = self.attesa or self.esclusione
            return [self.nome, None, None, None, None, None, detto, None]
        pesi = quadro.regole.pesi
        importo = None if esito.importo is None else cifra(Fraction(esito.importo, 100))
        return [
            self.nome,
            *(cifra(nell_area(punteggio, area, pesi)) for area in pesi),
            cifra(punteggio.aggiuntiva),
            cifra(esito.percentuale),
            self.fascia,
            importo,
        ]


def mostrate(
    quadro: QuadroDiProcedura, righe: Sequence[Riga], cella: Cella | None = None
) -> Iterator[RigaMostrata]:
    """These rows of a board. No query."""
    for riga in righe:
        esito, fasce = riga.esito, quadro.regole.fasce
        aggiuntiva = riga.docente.punteggio.aggiuntiva
        yield RigaMostrata(
            riga=riga,
            aree=list(_aree(riga, quadro, cella)),
            aggiuntiva=f"+{in_cifre(aggiuntiva)}" if aggiuntiva else "",
            percentuale=decimale(esito.percentuale) if esito else "",
            fascia=fascia_in_parole(esito.fascia, quadro.regole) if esito else "",
            livello=(esito.fascia or 0) if esito else 0,
            di=fasce.numero,
            importo=_importo(riga),
            attesa=_attesa(riga),
            esclusione=_esclusione(riga),
        )


def _aree(riga: Riga, quadro: QuadroDiProcedura, cella: Cella | None) -> Iterator[Punti]:
    provata = cella.area if cella and cella.richiesta == riga.richiesta.pk else None
    for area in quadro.regole.pesi:
        conta = nell_area(riga.docente.punteggio, area, quadro.regole.pesi)
        yield Punti(area, decimale(conta), area is provata)


def _importo(riga: Riga) -> str:
    if riga.esito is None or not riga.esito.importo:
        return ""
    return decimale(Fraction(riga.esito.importo, 100))


def _attesa(riga: Riga) -> str:
    if not riga.da_valutare:
        return ""
    if riga.da_giudicare:
        return f"da valutare: {plurale(riga.da_giudicare, 'attività', 'attività')}"
    return "da completare"


def _esclusione(riga: Riga) -> str:
    if riga.esito is None or riga.esito.escluso is None:
        return ""
    motivo = riga.esito.escluso.etichetta
    if riga.esito.escluso.value == "assenza":
        quota = di_con_articolo(all_eccesso(riga.docente.posizione.assenza))
        motivo = f"assenza {quota} % dei giorni"
    return f"fuori: {motivo}"
