"""The landing page of the app: what the person teaches, coordinates, oversees."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import ClasseRilevata, Inserimento, Rilevazione
from competenze.queries.avanzamento import Avanzamento, avanzamenti
from competenze.queries.regole import Regole, calendario, regole
from competenze.rules.scadenze import Termine, termine, verifica_consultazione
from cpia.scuola.access import Contesto

REGISTRATI = Count("inserimenti", filter=Q(inserimenti__stato=StatoInserimento.REGISTRATO))


@dataclass(frozen=True, slots=True)
class VoceInserimento:
    """One own subject in one class."""

    inserimento: Inserimento
    avanzamento: Avanzamento
    termine: Termine | None

    @property
    def aperto(self) -> bool:
        rilevata = self.inserimento.classe_rilevata
        return (
            self.inserimento.stato == StatoInserimento.APERTO
            and rilevata.stato == StatoClasse.APERTA
            and rilevata.rilevazione.stato == StatoRilevazione.APERTA
        )

    @property
    def verbo(self) -> str:
        if not self.aperto or not self.avanzamento.totale:
            return "Apri"
        return "Continua" if self.avanzamento.fatte else "Inserisci"


@dataclass(frozen=True, slots=True)
class VoceClasse:
    """A class that the person coordinates; ``attesa`` says from when it can be consulted."""

    rilevata: ClasseRilevata
    attesa: str


@dataclass(frozen=True, slots=True)
class Elenco:
    inserimenti: tuple[VoceInserimento, ...]
    classi: tuple[VoceClasse, ...]
    rilevazioni: tuple[Rilevazione, ...]


def elenco(contesto: Contesto, *, con_rilevazioni: bool) -> Elenco:
    """Everything on the page. Four queries, and one for each campaign in it."""
    inserimenti = _inserimenti(contesto)
    rilevate = _coordinate(contesto)
    campagne = {
        rilevata.rilevazione_id: rilevata.rilevazione
        for rilevata in [*(i.classe_rilevata for i in inserimenti), *rilevate]
    }
    delle_regole = {pk: regole(rilevazione) for pk, rilevazione in campagne.items()}
    fatti = avanzamenti([inserimento.pk for inserimento in inserimenti])
    voci = [
        VoceInserimento(i, fatti[i.pk], _termine(i.classe_rilevata, delle_regole))
        for i in inserimenti
    ]
    return Elenco(
        inserimenti=tuple(sorted(voci, key=_urgenza)),
        classi=tuple(_voce_classe(r, delle_regole, contesto.oggi) for r in rilevate),
        rilevazioni=_rilevazioni(contesto) if con_rilevazioni else (),
    )


def _inserimenti(contesto: Contesto) -> list[Inserimento]:
    return list(
        Inserimento.objects.filter(istituto=contesto.istituto, cattedra_id__in=contesto.cattedre)
        .exclude(classe_rilevata__rilevazione__stato=StatoRilevazione.BOZZA)
        .select_related(
            "classe_rilevata__rilevazione",
            "classe_rilevata__classe__corso",
            "cattedra__disciplina",
            "cattedra__gruppo",
        )
        .order_by("-classe_rilevata__rilevazione__inserimento_dal", "cattedra__disciplina__nome")
    )


def _coordinate(contesto: Contesto) -> list[ClasseRilevata]:
    return list(
        ClasseRilevata.objects.filter(
            istituto=contesto.istituto, classe_id__in=contesto.classi_coordinate
        )
        .exclude(rilevazione__stato=StatoRilevazione.BOZZA)
        .select_related("rilevazione", "classe__corso")
        .annotate(discipline=Count("inserimenti"), registrate=REGISTRATI)
        .order_by("-rilevazione__inserimento_dal", "classe__sezione")
    )


def _rilevazioni(contesto: Contesto) -> tuple[Rilevazione, ...]:
    return tuple(
        Rilevazione.objects.filter(istituto=contesto.istituto)
        .select_related("anno_scolastico")
        .annotate(
            quante_classi=Count("classi"),
            congelate=Count("classi", filter=~Q(classi__stato=StatoClasse.APERTA)),
        )
        .order_by("-inserimento_dal", "-pk")
    )


def _termine(rilevata: ClasseRilevata, delle_regole: dict[int, Regole]) -> Termine | None:
    return termine(calendario(rilevata, delle_regole[rilevata.rilevazione_id]))


def _voce_classe(
    rilevata: ClasseRilevata, delle_regole: dict[int, Regole], oggi: date
) -> VoceClasse:
    violazioni = verifica_consultazione(
        calendario(rilevata, delle_regole[rilevata.rilevazione_id]),
        oggi,
        rilevazione=StatoRilevazione(rilevata.rilevazione.stato),
    )
    return VoceClasse(rilevata, " ".join(violazione.testo for violazione in violazioni))


def _urgenza(voce: VoceInserimento) -> tuple[bool, date, str, str]:
    """What can still be entered comes first, by deadline, then by class and subject."""
    limite = voce.termine.giorno if voce.termine else date.max
    classe = str(voce.inserimento.classe_rilevata.classe)
    return not voce.aperto, limite, classe, voce.inserimento.cattedra.disciplina.nome
