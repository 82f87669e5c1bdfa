"""The digest: one mail a person and day, sent once, with what is still true when it leaves."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.avvisi import queries, rules
from cpia.avvisi.enums import Posta, StatoPromemoria
from cpia.avvisi.models import PreferenzeAvvisi, Promemoria
from cpia.avvisi.riepilogo import Riepilogo, componi
from cpia.avvisi.services import posta
from cpia.avvisi.services.consegna import ancora_dovuto
from cpia.scuola.access import Contesto
from cpia.scuola.queries import incarichi_in_vigore


@transaction.atomic
def manda_riepilogo(*, istituto_id: int, preferenze_id: int, adesso: datetime) -> bool:
    """Send a person the digest of today; False when no mail can leave at all for now.

    The row of the preferences is locked (who comes second skips it) → what waits is asked about
    again → mail → marks → commit. Killed halfway, the digest leaves again with the same
    Message-ID. When there is nothing to tell nothing is sent, and the day counts as done.
    """
    preferenze = _da_servire(istituto_id, preferenze_id, timezone.localtime(adesso))
    if preferenze is None:
        return True
    contesto = _contesto(preferenze, adesso)
    riepilogo = componi(contesto, _ancora_dovuti(contesto))
    try:
        esito, stato = _spedisci(riepilogo)
    except OSError as errore:
        return not posta.ferma(errore)  # one mailbox alone is tried again at the next tick
    _segna(riepilogo.avvisi, stato, adesso, esito)
    preferenze.ultimo_riepilogo = contesto.oggi
    preferenze.save(update_fields=["ultimo_riepilogo"])
    return True


def _da_servire(istituto_id: int, preferenze_id: int, ora: datetime) -> PreferenzeAvvisi | None:
    """The locked row, unless somebody else is at work on it or the digest is not due any more."""
    preferenze = (
        PreferenzeAvvisi.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("persona__utente", "persona__istituto")
        .filter(istituto_id=istituto_id, pk=preferenze_id, posta=Posta.RIEPILOGO)
        .first()
    )
    if preferenze is None:
        return None
    ancora = rules.riepilogo_dovuto(preferenze.ora_riepilogo, preferenze.ultimo_riepilogo, ora)
    return preferenze if ancora else None


def _contesto(preferenze: PreferenzeAvvisi, adesso: datetime) -> Contesto:
    """The person in the roles of today: one withdrawn takes its deadlines away."""
    persona = preferenze.persona
    incarichi = incarichi_in_vigore(persona, timezone.localdate(adesso))
    return Contesto(persona.istituto, persona, tuple(incarichi), adesso)


def _ancora_dovuti(contesto: Contesto) -> list[Promemoria]:
    """What waits for the digest and is still true, and was not read in the portal meanwhile.

    One about which the app cannot answer stays for the digest of tomorrow.
    """
    dovuti = []
    for promemoria in queries.nel_riepilogo(contesto).select_for_update(of=("self",)):
        if promemoria.notifica.letta_il:
            _segna([promemoria], StatoPromemoria.INVIATO, contesto.adesso, "letto nel portale")
            continue
        dovuto = ancora_dovuto(promemoria, contesto.adesso)
        if dovuto:
            dovuti.append(promemoria)
        elif dovuto is False:
            _segna([promemoria], StatoPromemoria.SUPERATO, contesto.adesso, "non più dovuto")
    return dovuti


def _spedisci(riepilogo: Riepilogo) -> tuple[str, StatoPromemoria]:
    """Send it; what became of its notices. Raises OSError when it is to be tried again."""
    if riepilogo.vuoto:
        return "", StatoPromemoria.INVIATO
    contesto = riepilogo.contesto
    chiave = f"avvisi.riepilogo.{contesto.persona.pk}.{contesto.oggi}"
    try:
        messaggio = posta.messaggio(
            contesto.persona,
            oggetto=riepilogo.oggetto,
            testo=riepilogo.testo,
            message_id=posta.message_id(contesto.istituto.pk, chiave),
        )
        if messaggio is None:
            return "nel portale: manca l’e-mail", StatoPromemoria.INVIATO
        messaggio.send()
    except ValueError:
        return "nel portale: e-mail errata", StatoPromemoria.NON_RIUSCITO
    except OSError as errore:
        if not posta.respinta(errore):
            raise
        return "nel portale: e-mail respinta", StatoPromemoria.NON_RIUSCITO
    return "nel portale e per e-mail, col riepilogo", StatoPromemoria.INVIATO


def _segna(avvisi: Sequence[Promemoria], stato: str, adesso: datetime, esito: str) -> None:
    for avviso in avvisi:
        avviso.stato, avviso.inviato_il, avviso.esito = stato, adesso, esito
        avviso.tentativi += 1
    Promemoria.objects.bulk_update(avvisi, ["stato", "inviato_il", "esito", "tentativi"])
