"""The desks and the outbox kept in line with what the agreements ask, at every tick."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, allinea_scrivanie, dovere_aperto, metti_in_uscita
from cpia.scuola.models import Istituto
from patto_formativo.enums import StatoCorsista, StatoPatto
from patto_formativo.models import Corsista, RichiestaModifica, Versione
from patto_formativo.queries.doveri import cose_da_fare
from patto_formativo.queries.doveri.frequenza import ARischio
from patto_formativo.queries.patti.firme import firme_di
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.rules.misure import in_ore
from patto_formativo.services.patti.richieste import RICHIESTA
from patto_formativo.services.patti.solleciti import chi_firma

APP = "patto_formativo"
DOVERE, FIRMA, RISCHIO = f"{APP}.dovere", f"{APP}.firma", f"{APP}.rischio"


@transaction.atomic
def pianifica(istituto_id: int, adesso: datetime) -> None:
    """Bring the desks of an institute in line, and write the reminders of today."""
    oggi = timezone.localdate(adesso)
    trovate = cose_da_fare(istituto_id, oggi)
    allinea_scrivanie(
        istituto_id=istituto_id,
        app=APP,
        doveri=trovate.doveri,
        anticipi=trovate.anticipi,
        adesso=adesso,
    )
    if trovate.a_rischio:
        avvisi = _a_chi_e_a_rischio(istituto_id, trovate.a_rischio, oggi)
        metti_in_uscita(istituto_id=istituto_id, avvisi=avvisi, adesso=adesso)


def _a_chi_e_a_rischio(
    istituto_id: int, rischi: Iterable[ARischio], oggi: date
) -> Iterator[Avviso]:
    """A kind word to who comes too little, once a month: it is not a thing to do."""
    slug = Istituto.objects.values_list("slug", flat=True).get(pk=istituto_id)
    for rischio in rischi:
        for persona in rischio.a_chi:
            yield Avviso(
                chiave=f"{RISCHIO}.{rischio.corsista.pk}.{oggi:%Y-%m}.{persona.pk}",
                tipo=RISCHIO,
                riferimento=f"corsista/{rischio.corsista.pk}",
                destinatario=persona,
                oggetto="Come va con il corso?",
                testo=_parole(rischio, suo=persona == rischio.corsista.persona),
                indirizzo=reverse("patto:mio", args=[slug]),
            )


def _parole(rischio: ARischio, *, suo: bool) -> str:
    chi = "Finora hai" if suo else "Finora la persona di cui rispondi ha"
    return (
        f"{chi} frequentato {in_ore(rischio.frequentate)}. Le lezioni fatte fino a oggi sono "
        f"{in_ore(rischio.dovute)}. Se c’è un problema con gli orari, con il lavoro o con altro, "
        "parlane con il tutor: insieme si trova una soluzione."
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether a notice of this app is still to be said; what an act told is said all the same."""
    if promemoria.tipo == DOVERE:
        return dovere_aperto(promemoria, adesso)
    numero = promemoria.riferimento.partition("/")[2]
    if promemoria.tipo == FIRMA:
        return _firma_ancora(promemoria, numero, timezone.localdate(adesso))
    if promemoria.tipo == RICHIESTA:
        return _attende_risposta(promemoria, numero)
    if promemoria.tipo == RISCHIO:
        return Corsista.objects.filter(
            istituto_id=promemoria.istituto_id, pk=numero, stato=StatoCorsista.ATTIVO.value
        ).exists()
    return True


def _firma_ancora(promemoria: Promemoria, numero: str, oggi: date) -> bool:
    """Whether who is reminded still signs: the part is missing, and today it is theirs."""
    righe = Versione.objects.filter(
        istituto_id=promemoria.istituto_id, pk=numero, stato=StatoPatto.APPROVATO.value
    )
    versione = righe.select_related(*CON).prefetch_related("firme").first()
    firme = firme_di(versione, oggi) if versione else None
    return (
        versione is not None
        and firme is not None
        and firme.aspetta is None
        and any(
            chi.pk == promemoria.destinatario_id
            for manca in firme.mancano
            for chi in chi_firma(versione, manca.parte, oggi)
        )
    )


def _attende_risposta(promemoria: Promemoria, numero: str) -> bool:
    """An answer is always said; a request only to who is the tutor, while it has no answer."""
    if promemoria.chiave.endswith(".risposta"):
        return True
    return RichiestaModifica.objects.filter(
        istituto_id=promemoria.istituto_id, pk=numero, risposta_il__isnull=True,
        versione__patto__corsista__tutor=promemoria.destinatario_id,
    ).exists()  # fmt: skip
