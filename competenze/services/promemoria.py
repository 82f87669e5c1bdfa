"""Who is told what in a campaign: planned at each tick, asked again before each is sent."""

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
from competenze.queries.regole import calendario, regole
from competenze.rules import promemoria as regola
from cpia.avvisi.models import Promemoria
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
    TipoPromemoria.CERTIFICAZIONE: "domani lo scrutinio, la classe non è congelata",
}


@dataclass(frozen=True, slots=True)
class Dovuto:
    rilevata: ClasseRilevata
    promemoria: regola.Promemoria


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
        Dovuto(rilevata, promemoria)
        for rilevata in rilevate
        for promemoria in _recenti(
            regola.piano(
                calendario(rilevata, delle_regole[rilevata.rilevazione_id]),
                delle_regole[rilevata.rilevazione_id].anticipi_promemoria,
            ),
            oggi,
        )
    ]


def _recenti(piano: Iterable[regola.Promemoria], oggi: date) -> Iterable[regola.Promemoria]:
    """The latest of each kind among those of today and of the days that may be made up for."""
    ultimi = {
        promemoria.tipo: promemoria
        for promemoria in piano
        if oggi - RECUPERO <= promemoria.giorno <= oggi
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
    docenti, coordinatori, dirigenti = defaultdict(list), defaultdict(list), []
    for incarico in Incarico.objects.filter(
        in_vigore(oggi),
        istituto_id=istituto_id,
        ruolo__in=[Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.DIRIGENTE],
    ).select_related("persona"):
        if incarico.ruolo == Ruolo.DOCENTE:
            docenti[incarico.cattedra_id].append(incarico.persona)
        elif incarico.ruolo == Ruolo.COORDINATORE:
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
                yield avviso_al_docente(promemoria, rilevata, inserimento, persona)
    if Destinatario.COORDINATORE in promemoria.destinatari:
        for persona in incaricati.coordinatori[rilevata.classe_id]:
            yield _avviso_sulla_classe(dovuto, aperti, persona)
    if Destinatario.DIRIGENTE in promemoria.destinatari:
        for persona in incaricati.dirigenti:
            yield _avviso_sulla_classe(dovuto, aperti, persona)


def avviso_al_docente(
    promemoria: regola.Promemoria,
    rilevata: ClasseRilevata,
    inserimento: Inserimento,
    persona: Persona,
) -> Avviso:
    """The reminder about one subject of one class."""
    disciplina = inserimento.cattedra.disciplina
    return Avviso(
        chiave=(f"competenze.{promemoria.tipo}.{promemoria.giorno}.{inserimento.pk}.{persona.pk}"),
        tipo=f"competenze.{promemoria.tipo}",
        riferimento=f"inserimento/{inserimento.pk}",
        destinatario=persona,
        oggetto=f"{rilevata.classe}, {disciplina}: {OGGETTI[promemoria.tipo]}",
        testo=promemoria.perche.testo,
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
        testo=promemoria.perche.testo + (f" Mancano: {mancano}." if mancano else ""),
        indirizzo=reverse(
            "competenze:quadro", args=[rilevata.rilevazione.istituto.slug, rilevata.pk]
        ),
    )


# Once told, always true: these notices tell of something done and are not asked about again.
FATTI = {"competenze.riapertura", "competenze.riapertura_classe"}


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether a reminder still has a reason, and its person still the role, just before sending."""
    cosa, _, pk = promemoria.riferimento.partition("/")
    oggi = timezone.localdate(adesso)
    if cosa == "inserimento":
        return _docente_deve(promemoria, int(pk), oggi)
    return _classe_deve(promemoria, int(pk), oggi)


def _docente_deve(promemoria: Promemoria, inserimento_id: int, oggi: date) -> bool:
    inserimento = (
        Inserimento.objects.filter(
            istituto_id=promemoria.istituto_id,
            pk=inserimento_id,
            stato=StatoInserimento.APERTO,
            classe_rilevata__stato=StatoClasse.APERTA,
        )
        .only("cattedra_id")
        .first()
    )
    return inserimento is not None and _ha_incarico(
        promemoria, oggi, ruolo=Ruolo.DOCENTE, cattedra_id=inserimento.cattedra_id
    )


def _classe_deve(promemoria: Promemoria, rilevata_id: int, oggi: date) -> bool:
    rilevata = ClasseRilevata.objects.filter(
        istituto_id=promemoria.istituto_id, pk=rilevata_id
    ).first()
    if rilevata is None:
        return False
    coordina = _ha_incarico(
        promemoria, oggi, ruolo=Ruolo.COORDINATORE, classe_id=rilevata.classe_id
    )
    dirige = _ha_incarico(promemoria, oggi, ruolo=Ruolo.DIRIGENTE)
    if promemoria.tipo in FATTI:
        return coordina or dirige
    return (
        rilevata.stato == StatoClasse.APERTA
        and (coordina or dirige)
        and (
            promemoria.tipo != f"competenze.{TipoPromemoria.TERMINE_PASSATO}"
            or rilevata.inserimenti.filter(stato=StatoInserimento.APERTO).exists()
        )
    )


def _ha_incarico(promemoria: Promemoria, oggi: date, **su: object) -> bool:
    return Incarico.objects.filter(
        in_vigore(oggi),
        istituto_id=promemoria.istituto_id,
        persona_id=promemoria.destinatario_id,
        **su,
    ).exists()
