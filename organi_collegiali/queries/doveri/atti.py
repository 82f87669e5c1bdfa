"""What follows a sitting, and what the members have asked."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules import Valore
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, giorno_breve, plurale
from organi_collegiali.models import Mandato, Richiesta, Seguito
from organi_collegiali.queries.doveri.chi import chi_firma, presidenti
from organi_collegiali.queries.doveri.sedute import IN_PREPARAZIONE


def doveri(istituto_id: int, oggi: date, *, anticipo_dei_mandati: Valore) -> Iterator[Dovere]:
    """Requests without a sitting, mandates about to end, follow-ups."""
    yield from _richieste(istituto_id, oggi)
    yield from _mandati(istituto_id, oggi, anticipo_dei_mandati.come(int))
    yield from _seguiti(istituto_id)


def _richieste(istituto_id: int, oggi: date) -> Iterator[Dovere]:
    senza_data = Richiesta.objects.filter(
        Q(seduta__isnull=True) | Q(seduta__stato__in=IN_PREPARAZIONE), istituto_id=istituto_id
    )
    presiedono = presidenti(istituto_id, oggi)
    for richiesta in senza_data.select_related("organo").order_by("pk"):
        yield Dovere(
            chiave=f"organi.richiesta.{richiesta.pk}",
            titolo=f"Convoca la seduta richiesta: {richiesta.organo.nome}",
            dettaglio=f"Chiesta {giorno_breve(timezone.localdate(richiesta.presentata_il))} da "
            f"{richiesta.get_chi_display()}.",
            verbo="Apri",
            pagina="organi:organo",
            oggetto=richiesta.organo_id,
            visibile_dal=timezone.localdate(richiesta.presentata_il),
            entro_il=richiesta.convocare_entro,
            perche=tuple(Motivo(**motivo) for motivo in richiesta.perche),
            **chi_firma(richiesta.organo, presiedono),
        )


def _mandati(istituto_id: int, oggi: date, anticipo: int) -> Iterator[Dovere]:
    in_scadenza = Mandato.objects.filter(
        istituto_id=istituto_id, al__range=(oggi, oggi + timedelta(days=anticipo)), cessato_per=""
    ).select_related("organo")
    # By organ and last day: an organ is renewed once, not member by member.
    gruppi = Counter((mandato.organo, mandato.al or oggi) for mandato in in_scadenza)
    for (organo, al), quanti in sorted(gruppi.items(), key=lambda gruppo: gruppo[0][0].pk):
        yield Dovere(
            chiave=f"organi.mandati.{organo.pk}.{al}",
            titolo=f"Rinnova {plurale(quanti, 'mandato', 'mandati')}: {organo.nome}",
            dettaglio=f"L’ultimo giorno è {data_estesa(al)}.",
            verbo="Apri",
            pagina="organi:organo",
            oggetto=organo.pk,
            visibile_dal=al - timedelta(days=anticipo),
            entro_il=al,
            ruolo=Ruolo.DIRIGENTE,
        )


def _seguiti(istituto_id: int) -> Iterator[Dovere]:
    aperti = Seguito.objects.filter(istituto_id=istituto_id, fatto_il__isnull=True)
    for seguito in aperti.select_related("delibera__organo").order_by("pk"):
        delibera = seguito.delibera
        yield Dovere(
            chiave=f"organi.seguito.{seguito.pk}",
            titolo=_che_cosa(seguito),
            dettaglio=f"{delibera.organo.nome}, delibera n. {delibera.numero}.",
            verbo="Apri",
            pagina="organi:delibera",
            oggetto=delibera.pk,
            visibile_dal=timezone.localdate(delibera.adottata_il),
            entro_il=seguito.entro_il,
            persona=seguito.persona_id,
        )


def _che_cosa(seguito: Seguito) -> str:
    """What is to be done, in words that a mail may carry: they name nobody."""
    if seguito.delibera.riservata:
        return "Da fare per una delibera riservata"
    if seguito.delibera.su_persone:
        return "Da fare per una delibera che riguarda persone"
    return seguito.testo
