"""A publication loses its value, with a reason, and stays on the albo to say so."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.albo import rules
from cpia.atti.albo.errori import PubblicazioneRifiutata, esigi
from cpia.atti.albo.queries.ufficio import possibili_sostitute
from cpia.atti.albo.rules import Violazione
from cpia.atti.albo.services.blocco import blocca, stato_di
from cpia.atti.albo.services.pubblicazione import copie_agli_atti
from cpia.atti.models import Pubblicazione
from cpia.atti.services import annota
from cpia.scuola.access import Contesto

NON_SOSTITUISCE = Violazione(
    "sostituita_da", "Può sostituirla solo una pubblicazione valida, numerata dopo di lei."
)


@transaction.atomic
def annulla_pubblicazione(
    *,
    autore: Contesto,
    adesso: datetime,
    pubblicazione_id: int,
    motivo: str,
    sostituita_da_id: int | None = None,
    oggetto_dopo: str = "",
) -> Pubblicazione:
    """Annul, and say which one takes its place when there is one already.

    The files are no longer public at once, nor are personal data; of an act that was published as
    if it had none ``oggetto_dopo`` says that it has, and what remains of its subject. Raises
    ``PubblicazioneRifiutata``.
    """
    pubblicazione = blocca(autore, pubblicazione_id)
    esigi(rules.giudica_annullamento(stato_di(pubblicazione, timezone.localdate(adesso)), motivo))
    pubblicazione.annullata_il, pubblicazione.motivo_annullamento = adesso, motivo.strip()
    pubblicazione.save(update_fields=["annullata_il", "motivo_annullamento"])
    if oggetto_dopo.strip() and not pubblicazione.con_dati_personali:
        _segna_dati_personali(autore, adesso, pubblicazione, oggetto_dopo.strip())
    annota(
        autore=autore,
        adesso=adesso,
        azione="annulla pubblicazione",
        oggetto=pubblicazione,
        dati={"motivo": motivo.strip()},
    )
    if sostituita_da_id is not None:
        _sostituisci(autore, adesso, pubblicazione, sostituita_da_id)
    return pubblicazione


def _segna_dati_personali(
    autore: Contesto, adesso: datetime, pubblicazione: Pubblicazione, oggetto_dopo: str
) -> None:
    pubblicazione.con_dati_personali, pubblicazione.oggetto_dopo = True, oggetto_dopo
    pubblicazione.save(update_fields=["con_dati_personali", "oggetto_dopo"])
    copie_agli_atti(pubblicazione)
    annota(autore=autore, adesso=adesso, azione="segna dati personali", oggetto=pubblicazione)


@transaction.atomic
def indica_sostituta(
    *, autore: Contesto, adesso: datetime, pubblicazione_id: int, sostituita_da_id: int
) -> Pubblicazione:
    """Say which publication has taken the place of an annulled one, once."""
    pubblicazione = blocca(autore, pubblicazione_id)
    if pubblicazione.annullata_il is None or pubblicazione.sostituita_da_id:
        raise PubblicazioneRifiutata(
            [Violazione("", "La sostituta si indica una volta, di una pubblicazione annullata.")]
        )
    _sostituisci(autore, adesso, pubblicazione, sostituita_da_id)
    return pubblicazione


def _sostituisci(autore: Contesto, adesso: datetime, vecchia: Pubblicazione, nuova_id: int) -> None:
    nuova = possibili_sostitute(autore.istituto.pk, vecchia).filter(pk=nuova_id).first()
    if nuova is None:
        raise PubblicazioneRifiutata([NON_SOSTITUISCE])
    vecchia.sostituita_da = nuova
    vecchia.save(update_fields=["sostituita_da"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="sostituisce pubblicazione",
        oggetto=vecchia,
        dati={"sostituita_da": nuova.pk},
    )
