"""Whether a sitting is convened in time, and how it would stand otherwise."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from cpia.norme.enums import TipoSeduta, Unita
from cpia.norme.queries import calendario
from cpia.norme.rules import (
    Calendario,
    Durata,
    Termine,
    durata_di,
    prima_di,
    prima_di_secondo,
)
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.scuola.parole import data_estesa
from organi_collegiali.models import OrganoCollegiale, Seduta
from organi_collegiali.queries.regole import RegoleOrgano, regole
from organi_collegiali.rules.convocazione import termini as rules
from organi_collegiali.rules.convocazione.convocazione import (
    GiudizioConvocazione,
    giudica_convocazione,
)


@dataclass(frozen=True)
class GiudizioTermine:
    """The notice of one type of sitting for one day: the parameter, the last day, the judgement.

    ``entro`` is the last instant, where the regulation counts hours.
    """

    tipo: TipoSeduta
    preavviso: ValoreDiNorma
    termine: Termine
    giudizio: GiudizioConvocazione
    seduta: date
    entro: datetime | None = None

    @property
    def ultimo_giorno(self) -> date:
        return self.termine.giorno

    @property
    def nei_termini(self) -> bool:
        """Whether a notice of that day is in time; of the hours see ``in_tempo``."""
        return self.giudizio.nei_termini

    def in_tempo(self, adesso: datetime) -> bool:
        """Whether a notice of this very instant is in time."""
        return self.nei_termini and (self.entro is None or adesso <= self.entro)

    @property
    def durata(self) -> Durata:
        return durata_di(self.preavviso)

    @property
    def fonte_breve(self) -> str:
        """The source without what is in brackets: the whole of it is behind «perché?»."""
        return self.preavviso.fonte.partition(" (")[0]

    @property
    def conto(self) -> str:
        """The subtraction in words: ``10 giugno meno 5 giorni = 5 giugno``.

        Where the regulation counts otherwise, the words of who has counted.
        """
        if self.durata.unita is not Unita.GIORNI:
            return " ".join(motivo.testo for motivo in self.termine.perche[1:])
        prima = data_estesa(self.seduta, self.seduta)
        dopo = data_estesa(self.ultimo_giorno, self.seduta)
        return f"{prima} meno {self.durata} = {dopo}. Il giorno dell’avviso non si conta."

    @property
    def perche(self) -> list[dict[str, str]]:
        """The reasons, in the order in which they were applied."""
        del_termine = [(m.regola, m.fonte, m.testo) for m in self.termine.perche]
        ultimo = self.giudizio.motivo
        motivi = [*del_termine, (ultimo.regola, ultimo.fonte, ultimo.testo)]
        return [{"regola": r, "fonte": f, "testo": t} for r, f, t in motivi]


@dataclass(frozen=True)
class Deposito:
    """By when the papers of a sitting are on file."""

    valore: ValoreDiNorma
    termine: Termine

    @property
    def durata(self) -> Durata:
        return durata_di(self.valore)


@dataclass(frozen=True)
class TerminiSeduta:
    """The chosen type and the others, the first possible day, the papers, the line of days."""

    scelto: GiudizioTermine
    altri: tuple[GiudizioTermine, ...]
    prima_data: date | None
    deposito: Deposito
    linea: tuple[rules.Tappa, ...]


@dataclass(frozen=True)
class Termini:
    """The notices of an organ by the rules of one day, for sittings around a day."""

    regole: RegoleOrgano
    calendario: Calendario
    oggi: date

    def preavviso(self, tipo: str) -> ValoreDiNorma:
        return self.regole.di_norma(f"preavviso.{tipo}")

    def giudizio(self, tipo: str, inizio: datetime) -> GiudizioTermine:
        """Judge a notice of today for a sitting at ``inizio``."""
        preavviso, giorno = self.preavviso(tipo), timezone.localdate(inizio)
        termine = prima_di_secondo(giorno, preavviso, calendario=self.calendario)
        giudizio = giudica_convocazione(
            convocazione=self.oggi,
            seduta=giorno,
            ultimo_giorno=termine.giorno,
            fonte=preavviso.fonte,
        )
        durata = durata_di(preavviso)
        entro = inizio - timedelta(hours=durata.quantita) if durata.unita is Unita.ORE else None
        return GiudizioTermine(TipoSeduta(tipo), preavviso, termine, giudizio, giorno, entro)

    def prima_data(self, tipo: str) -> date | None:
        """The first working day for a sitting of this type that is convened today."""
        preavviso = self.preavviso(tipo)
        return rules.prima_data(
            self.oggi,
            ultimo_utile=lambda g: (
                prima_di_secondo(g, preavviso, calendario=self.calendario).giorno
            ),
            lavorativo=self.calendario.lavorativo,
        )

    def deposito(self, seduta: date) -> Deposito:
        """By when the papers of a sitting of that day are on file."""
        valore = self.regole.di_norma("documenti.deposito")
        return Deposito(valore, prima_di_secondo(seduta, valore, calendario=self.calendario))

    def seduta(self, tipo: str, inizio: datetime) -> TerminiSeduta:
        """All that the screen says of a day and a type."""
        giorno = timezone.localdate(inizio)
        scelto, deposito = self.giudizio(tipo, inizio), self.deposito(giorno)
        nomi = {
            "oggi": self.oggi,
            "ultimo giorno utile": scelto.ultimo_giorno,
            "atti depositati": deposito.termine.giorno,
            "seduta": giorno,
        }
        return TerminiSeduta(
            scelto,
            tuple(self.giudizio(altro, inizio) for altro in TipoSeduta if altro != tipo),
            self.prima_data(tipo),
            deposito,
            rules.linea(nomi, oggi=self.oggi, ultimo=scelto.ultimo_giorno, pausa=self._pausa),
        )

    def se_lavorativi(self, giudizio: GiudizioTermine) -> date | None:
        """The last day if the same number counted working days; None where it would change nothing.

        A term of hours, or of no day at all, has no such reading.
        """
        durata = giudizio.durata
        if durata.unita is not Unita.GIORNI or not durata.quantita:
            return None
        lavorativi = Durata(durata.quantita, Unita.GIORNI_LAVORATIVI)
        return prima_di(giudizio.seduta, lavorativi, calendario=self.calendario).giorno

    def _pausa(self, giorno: date) -> str:
        pausa = self.calendario.pausa(giorno)
        return pausa.motivo if pausa else ""


def termini(organo: OrganoCollegiale, oggi: date, intorno: date | None = None) -> Termini:
    """The notices of an organ by the rules of today; ``intorno`` is the day of the sitting.

    Three queries.
    """
    return Termini(regole(organo, oggi), calendario(organo.istituto_id, intorno or oggi), oggi)


def giudizio_termine(seduta: Seduta, oggi: date) -> GiudizioTermine | None:
    """Judge a notice sent today for a sitting; None while it has no day. Three queries."""
    if seduta.inizio_previsto is None:
        return None
    quando = termini(seduta.organo, oggi, timezone.localdate(seduta.inizio_previsto))
    return quando.giudizio(seduta.tipo, seduta.inizio_previsto)
