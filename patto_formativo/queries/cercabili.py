"""Who of the enrolled persons one may find by searching: those whom one may look at."""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.enums import TipoIstituto
from patto_formativo.models import AvvisoAssenza, Certificato, Corsista, Versione
from patto_formativo.queries.elenchi import GUARDANO
from patto_formativo.queries.visibili import DIREZIONE, SCUOLA, UFFICIO, Veste, corsisti

PROPRI = (Veste.CORSISTA, Veste.RESPONSABILE)


def iscritti(contesto: Contesto) -> QuerySet[Any]:
    """The persons on a path or who left it, each with ``dice_sede``; none in a school that is
    no CPIA, without asking. Two queries, of which one is this.

    Who learns does not look for persons: the own pages are in the menu. A site that is
    ``riservata`` is known to the office, the direction and the tutor.
    """
    if contesto.istituto.tipo != TipoIstituto.CPIA:
        return Corsista.objects.none()
    conosciuta = Q(offerta__sede__riservata=False) | Q(tutor=contesto.persona)
    if contesto.ha(*UFFICIO, *DIREZIONE):
        conosciuta = Q(pk__isnull=False)
    righe: QuerySet[Any] = corsisti(contesto, *GUARDANO).annotate(
        dice_sede=ExpressionWrapper(conosciuta, output_field=BooleanField())
    )
    return righe.select_related("persona", "offerta__sede", "anno_scolastico")


def carte(contesto: Contesto) -> dict[str, Q]:
    """For each kind of paper of this app, those that the person may read. Six queries at most."""
    istituto = contesto.istituto
    con_sezione = corsisti(contesto, *SCUOLA, Veste.SEZIONE, *PROPRI).values("pk")
    propri = corsisti(contesto, *SCUOLA, *PROPRI).values("pk")
    certificati = Certificato.objects.filter(
        istituto=istituto, dossier__corsista__in=con_sezione, protocollo__isnull=False
    )
    versioni = Versione.objects.filter(istituto=istituto, patto__corsista__in=con_sezione)
    avvisi = AvvisoAssenza.objects.filter(istituto=istituto, corsista__in=propri)
    chiusi = Corsista.objects.filter(istituto=istituto, pk__in=propri)
    dei_crediti = Q(protocollo__in=certificati.values("protocollo"))
    di_assenza = Q(pk__in=avvisi.values("documento")) | Q(
        pk__in=chiusi.values("documento_chiusura")
    )
    return {
        "certificato_crediti": dei_crediti,
        "dossier_personale": dei_crediti,
        "patto_formativo": Q(pk__in=versioni.values("documento")),
        "avviso_assenza": di_assenza,
        "decreto_ritiro": di_assenza,
        "domanda_iscrizione": Q() if contesto.ha(*UFFICIO, *DIREZIONE) else Q(pk__in=[]),
    }
