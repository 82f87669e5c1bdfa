"""What the open campaigns owe today, written to the outbox at each tick."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from competenze.enums import (
    Destinatario,
    StatoClasse,
    StatoInserimento,
    StatoRilevazione,
    TipoPromemoria,
)
from competenze.models import ClasseRilevata, Inserimento, Rilevazione
from competenze.queries.regole import regole
from competenze.rules import promemoria as regola
from competenze.rules.italiano import giorno_esteso
from competenze.services.promemoria.piano import piano_della_classe
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore

# A scheduler that was off for a day or two still tells what it should have told; older is stale.
RECUPERO = timedelta(days=2)
OGGETTI = {
    TipoPromemoria.APERTURA: "si inseriscono i livelli di competenza",
    TipoPromemoria.TERMINE_VICINO: "mancano i livelli di competenza",
    TipoPromemoria.TERMINE_PASSATO: "termine passato, mancano delle discipline",
    TipoPromemoria.CONSULTAZIONE: "il quadro della classe si può consultare",
    TipoPromemoria.CERTIFICAZIONE: "lo scrutinio è vicino e la classe non è congelata",
}


@dataclass(frozen=True, slots=True)
class Dovuto:
    """A reminder of a class, with the words that are true on the day it is sent."""

    rilevata: ClasseRilevata
    promemoria: regola.Promemoria
    testo: str


def pianifica(istituto_id: int, adesso: datetime) -> None:
    """Write to the outbox what the open campaigns of an institute owe today.

    The number of queries does not depend on how many classes there are.
    """
    oggi = timezone.localdate(adesso)
    dovuti = _dovuti(istituto_id, oggi)
    if dovuti:
        metti_in_uscita(
            istituto_id=istituto_id, avvisi=_avvisi(istituto_id, dovuti, oggi), adesso=adesso
        )


def _dovuti(istituto_id: int, oggi: date) -> list[Dovuto]:
    aperte = Rilevazione.objects.filter(
        istituto_id=istituto_id, stato=StatoRilevazione.APERTA, inserimento_dal__lte=oggi
    )
    delle_regole = {rilevazione.pk: regole(rilevazione) for rilevazione in aperte}
    rilevate = (
        ClasseRilevata.objects.filter(
            istituto_id=istituto_id, rilevazione__in=aperte, stato=StatoClasse.APERTA
        )
        .select_related("rilevazione__istituto", "classe__corso")
        .order_by("pk")
    )
    return [
        Dovuto(rilevata, promemoria, _testo(promemoria, oggi))
        for rilevata in rilevate
        for promemoria in _recenti(
            piano_della_classe(rilevata, delle_regole[rilevata.rilevazione_id]), oggi
        )
    ]


def _testo(promemoria: regola.Promemoria, oggi: date) -> str:
    if promemoria.giorno == oggi:
        return promemoria.perche.testo
    giorno = giorno_esteso(promemoria.giorno)
    return f"Avviso che doveva partire {giorno}. {promemoria.perche.testo}"


def _recenti(piano: Iterable[regola.Promemoria], oggi: date) -> Iterable[regola.Promemoria]:
    """The latest of each kind among those of today and of the days that may be made up for."""
    ultimi = {
        promemoria.tipo: promemoria
        for promemoria in piano
        if promemoria.giorno <= oggi <= min(promemoria.giorno + RECUPERO, promemoria.fino_al)
    }
    return ultimi.values()


def _avvisi(istituto_id: int, dovuti: list[Dovuto], oggi: date) -> list[Avviso]:
    aperti = defaultdict(list)
    for inserimento in Inserimento.objects.filter(
        istituto_id=istituto_id,
        classe_rilevata__in=[dovuto.rilevata.pk for dovuto in dovuti],
        stato=StatoInserimento.APERTO,
    ).select_related("cattedra__disciplina"):
        aperti[inserimento.classe_rilevata_id].append(inserimento)
    incaricati = _incaricati(istituto_id, oggi)
    return [
        avviso
        for dovuto in dovuti
        if regola.dovuto(
            dovuto.promemoria,
            regola.Situazione(StatoClasse.APERTA, len(aperti[dovuto.rilevata.pk])),
        )
        for avviso in _di(dovuto, aperti[dovuto.rilevata.pk], incaricati)
    ]


@dataclass(frozen=True, slots=True)
class Incaricati:
    """Who holds today the roles that a reminder may be for."""

    docenti: dict[int, list[Persona]]
    coordinatori: dict[int, list[Persona]]
    dirigenti: list[Persona]


def _incaricati(istituto_id: int, oggi: date) -> Incaricati:
    docenti: dict[int, list[Persona]] = defaultdict(list)
    coordinatori: dict[int, list[Persona]] = defaultdict(list)
    dirigenti = []
    for incarico in Incarico.objects.filter(
        in_vigore(oggi),
        istituto_id=istituto_id,
        ruolo__in=[Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.DIRIGENTE],
    ).select_related("persona"):
        if incarico.cattedra_id is not None:
            docenti[incarico.cattedra_id].append(incarico.persona)
        elif incarico.classe_id is not None:
            coordinatori[incarico.classe_id].append(incarico.persona)
        else:
            dirigenti.append(incarico.persona)
    return Incaricati(docenti, coordinatori, dirigenti)


def _di(dovuto: Dovuto, aperti: list[Inserimento], incaricati: Incaricati) -> Iterable[Avviso]:
    rilevata, promemoria = dovuto.rilevata, dovuto.promemoria
    if Destinatario.DOCENTI in promemoria.destinatari or (
        Destinatario.DOCENTI_MANCANTI in promemoria.destinatari
    ):
        for inserimento in aperti:
            for persona in incaricati.docenti[inserimento.cattedra_id]:
                yield _avviso_al_docente(dovuto, inserimento, persona)
    if Destinatario.COORDINATORE in promemoria.destinatari:
        for persona in incaricati.coordinatori[rilevata.classe_id]:
            yield _avviso_sulla_classe(dovuto, aperti, persona)
    if Destinatario.DIRIGENTE in promemoria.destinatari:
        for persona in incaricati.dirigenti:
            yield _avviso_sulla_classe(dovuto, aperti, persona)


def _avviso_al_docente(dovuto: Dovuto, inserimento: Inserimento, persona: Persona) -> Avviso:
    """The reminder about one subject of one class."""
    rilevata, promemoria = dovuto.rilevata, dovuto.promemoria
    disciplina = inserimento.cattedra.disciplina
    return Avviso(
        chiave=f"competenze.{promemoria.tipo}.{promemoria.giorno}.{inserimento.pk}.{persona.pk}",
        tipo=f"competenze.{promemoria.tipo}",
        riferimento=f"inserimento/{inserimento.pk}",
        destinatario=persona,
        oggetto=f"{rilevata.classe}, {disciplina}: {OGGETTI[promemoria.tipo]}",
        testo=dovuto.testo,
        indirizzo=reverse(
            "competenze:inserimento", args=[rilevata.rilevazione.istituto.slug, inserimento.pk]
        ),
    )


def _avviso_sulla_classe(dovuto: Dovuto, aperti: list[Inserimento], persona: Persona) -> Avviso:
    rilevata, promemoria = dovuto.rilevata, dovuto.promemoria
    mancano = ", ".join(str(inserimento.cattedra.disciplina) for inserimento in aperti)
    return Avviso(
        chiave=f"competenze.{promemoria.tipo}.{promemoria.giorno}.c{rilevata.pk}.{persona.pk}",
        tipo=f"competenze.{promemoria.tipo}",
        riferimento=f"classe/{rilevata.pk}",
        destinatario=persona,
        oggetto=f"{rilevata.classe}: {OGGETTI[promemoria.tipo]}",
        testo=dovuto.testo + (f" Mancano: {mancano}." if mancano else ""),
        indirizzo=reverse(
            "competenze:quadro", args=[rilevata.rilevazione.istituto.slug, rilevata.pk]
        ),
    )
