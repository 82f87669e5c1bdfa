"""The board of a class as one page: everything read, judged and worded, in eight queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from competenze.enums import Livello, OrigineLivello, StatoClasse, StatoRilevazione
from competenze.models import ClasseRilevata, Decisione, LivelloCertificato
from competenze.queries.quadro.caricamento import ClasseDelQuadro, carica
from competenze.queries.quadro.conteggi import Chiave, Conteggi, conteggi
from competenze.queries.quadro.discipline import (
    FATTO,
    IN_CORSO,
    MANCA,
    DisciplinaDelQuadro,
    discipline,
)
from competenze.queries.quadro.risultati import Risultato, atti, risultati
from competenze.queries.quadro.tabella import Tabella, indirizzo, tabella
from competenze.queries.regole import Regole, calendario, giorno_scrutinio, regole
from competenze.rules.italiano import decimale
from competenze.rules.scadenze import Calendario, Termine, termine, verifica_consultazione
from competenze.rules.spiegazione import nome
from competenze.rules.stati import puo_congelare
from cpia.avvisi.models import Promemoria
from cpia.norme.rules.motivi import Violazione

SOLLECITO = "competenze.sollecito"


@dataclass(frozen=True, slots=True)
class LivelloDiverso:
    """A level that is not the mean's: who, what, instead of what, why, by whom."""

    di: str
    studente: str
    competenza: str
    media: str
    proposto: str
    deciso: str
    motivo: str
    chi: str
    il: datetime | None


@dataclass(frozen=True, slots=True)
class Quadro:
    """Everything that the board of a class shows."""

    rilevata: ClasseRilevata
    tabella: Tabella
    discipline: tuple[DisciplinaDelQuadro, ...]
    decisi: tuple[LivelloDiverso, ...]
    deliberati: tuple[LivelloDiverso, ...]
    da_definire: int
    impedimenti: tuple[Violazione, ...]
    calendario: Calendario
    termine: Termine | None

    def _quante(self, stato: str) -> int:
        return sum(disciplina.stato == stato for disciplina in self.discipline)

    @property
    def registrate(self) -> int:
        return self._quante(FATTO)

    @property
    def in_corso(self) -> int:
        return self._quante(IN_CORSO)

    @property
    def mancanti(self) -> int:
        return self._quante(MANCA)

    @property
    def da_sollecitare(self) -> int:
        """How many missing subjects have not been reminded today."""
        return sum(d.stato == MANCA and not d.sollecitata for d in self.discipline)

    @property
    def congelata(self) -> bool:
        return self.rilevata.stato != StatoClasse.APERTA


@dataclass(frozen=True, slots=True)
class Situazione:
    """What board, drawer and freezing stand on: a class, its counts, its results."""

    classe: ClasseDelQuadro
    regole: Regole
    conteggi: Conteggi
    risultati: Mapping[Chiave, Risultato]


def situazione(rilevata: ClasseRilevata, oggi: date) -> Situazione:
    """Read a class as it stands now. Six queries, seven once it is frozen."""
    classe = carica(rilevata, oggi)
    delle_regole = regole(rilevata.rilevazione)
    contati = conteggi(classe)
    return Situazione(
        classe=classe,
        regole=delle_regole,
        conteggi=contati,
        risultati=risultati(classe, contati, atti(rilevata), delle_regole.criteri),
    )


def quadro(rilevata: ClasseRilevata, oggi: date) -> Quadro:
    """The board of a class. Seven queries, whatever the size of class and institute."""
    letta = situazione(rilevata, oggi)
    giorni = calendario(rilevata, letta.regole)
    delle_discipline = discipline(letta.classe, letta.conteggi, _sollecitate(rilevata, oggi))
    return Quadro(
        rilevata=rilevata,
        tabella=tabella(letta.classe, letta.risultati),
        discipline=delle_discipline,
        decisi=_per_nome(_diverso(r, r.decisione) for r in letta.risultati.values() if r.decisione),
        deliberati=_per_nome(
            _deliberato(r, r.certificato)
            for r in letta.risultati.values()
            if r.certificato and r.valido.origine is OrigineLivello.CONSIGLIO
        ),
        da_definire=sum(r.valido.livello is None for r in letta.risultati.values()),
        impedimenti=puo_congelare(
            StatoClasse(rilevata.stato), [d.per_congelare for d in delle_discipline]
        ),
        calendario=giorni,
        termine=termine(giorni),
    )


def non_ancora_consultabile(rilevata: ClasseRilevata, oggi: date) -> tuple[Violazione, ...]:
    """Why its coordinator may not read the class today, from which day, by which article.

    The day is the campaign's own: no regulation needs to be read. Needs ``rilevazione`` loaded.
    """
    rilevazione = rilevata.rilevazione
    giorni = Calendario(
        rilevazione.inserimento_dal, rilevazione.consultazione_dal, giorno_scrutinio(rilevata)
    )
    return verifica_consultazione(giorni, oggi, rilevazione=StatoRilevazione(rilevazione.stato))


def solleciti_di_oggi(rilevata: ClasseRilevata, oggi: date) -> QuerySet[Promemoria]:
    """The reminders that the coordinator has sent today about this class."""
    return Promemoria.objects.filter(
        istituto_id=rilevata.istituto_id,
        tipo=SOLLECITO,
        chiave__startswith=f"{SOLLECITO}.{rilevata.pk}.{oggi}.",
    )


def _sollecitate(rilevata: ClasseRilevata, oggi: date) -> frozenset[int]:
    if rilevata.stato != StatoClasse.APERTA:
        return frozenset()
    riferimenti = solleciti_di_oggi(rilevata, oggi).values_list("riferimento", flat=True)
    return frozenset(int(riferimento.partition("/")[2]) for riferimento in riferimenti)


def _per_nome(diversi: Iterable[LivelloDiverso]) -> tuple[LivelloDiverso, ...]:
    return tuple(sorted(diversi, key=lambda uno: uno.studente))


def _diverso(risultato: Risultato, decisione: Decisione) -> LivelloDiverso:
    return _livello_diverso(
        risultato,
        proposto=risultato.dalla_media,
        deciso=decisione.livello,
        motivo=decisione.motivo,
        chi=decisione.autore.iniziale_e_cognome,
        il=decisione.decisa_il,
    )


def _deliberato(risultato: Risultato, certificato: LivelloCertificato) -> LivelloDiverso:
    return _livello_diverso(
        risultato,
        proposto=Livello(certificato.proposto) if certificato.proposto else None,
        deciso=certificato.livello,
        motivo=certificato.motivo,
    )


def _livello_diverso(
    risultato: Risultato,
    *,
    proposto: Livello | None,
    deciso: str,
    motivo: str,
    chi: str = "",
    il: datetime | None = None,
) -> LivelloDiverso:
    media = risultato.riepilogo.media
    return LivelloDiverso(
        di=indirizzo(risultato),
        studente=str(risultato.iscrizione.persona),
        competenza=risultato.colonna.nome,
        media=decimale(media) if media is not None else "",
        proposto=_nome(proposto),
        deciso=nome(Livello(deciso)),
        motivo=motivo,
        chi=chi,
        il=il,
    )


def _nome(livello: Livello | None) -> str:
    return nome(livello) if livello else "da definire in scrutinio"
