"""Who applied complains of the provisional ranking."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.enums import Verso
from cpia.atti.services import annota, protocolla
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Reclamo
from selezioni_pon.queries.graduatorie.propria import propria
from selezioni_pon.queries.graduatorie.reclami import momento_di
from selezioni_pon.queries.graduatorie.termini import decidere_entro, termine_reclamo
from selezioni_pon.rules.fonti import RECLAMO
from selezioni_pon.rules.reclami import verifica_reclamo
from selezioni_pon.services.graduatorie.blocco import blocca_in_graduatoria


@transaction.atomic
def presenta_reclamo(
    *, autore: Contesto, adesso: datetime, avviso_id: int, testo: str, chiave: str
) -> Reclamo:
    """Complain of the own place, or of that of others; it takes a reserved number.

    ``chiave`` is that of the form: the same one sent twice is one. Raises AttoRifiutato for who
    did not apply, after the term, once the ranking is final, and while one waits for an answer.
    """
    avviso = blocca_in_graduatoria(autore, avviso_id)
    sua = propria(autore, avviso)
    if sua is None:
        raise rifiuta("non_pubblicata", "La graduatoria non è ancora pubblicata.", RECLAMO)
    gia = Reclamo.objects.filter(candidatura=sua.candidatura, chiave=chiave).first()
    if gia is not None:
        return gia
    momento = momento_di(sua.graduatoria, sua.reclami, autore.oggi, interessato=True)
    esigi(verifica_reclamo(momento, testo, termine_reclamo(avviso, sua.graduatoria)))
    reclamo = Reclamo.objects.create(
        istituto=autore.istituto,
        graduatoria=sua.graduatoria,
        candidatura=sua.candidatura,
        testo=testo.strip(),
        presentato_il=adesso,
        decidere_entro=decidere_entro(avviso, timezone.localdate(adesso)).giorno,
        protocollo=protocolla(
            autore=autore, adesso=adesso, oggetto="Selezioni: reclamo contro una graduatoria",
            verso=Verso.ENTRATA, corrispondente="persona interessata", riservato=True,
        ),
        chiave=chiave,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="presenta reclamo", oggetto=reclamo,
        dati={"graduatoria": sua.graduatoria.pk},
    )  # fmt: skip
    return reclamo
