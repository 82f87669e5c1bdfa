"""Who voted openly against asks that the deliberation says so."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import FormaVotazione, ModoVotazione, Scelta, StatoSeduta
from organi_collegiali.models import Convocato, Delibera, Dissenso, VotoPalese
from organi_collegiali.queries.voto.sala import sala, votanti_di
from organi_collegiali.rules.delibere.pubblicita import verifica_nome_contrario
from organi_collegiali.services.delibere.estratti import blocca_delibera

APERTE = (StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


@transaction.atomic
def scrivi_nome_contrario(
    *, autore: Contesto, adesso: datetime, delibera_id: int, convocato_id: int
) -> Dissenso:
    """Write the name of a member among those against, because he or she asks for it.

    While the sitting lasts and before the extract is printed. Raises AttoRifiutato.
    """
    delibera = blocca_delibera(autore, delibera_id)
    convocato = Convocato.objects.filter(
        istituto=autore.istituto, pk=convocato_id, seduta__delibere=delibera, con_voto=True
    ).first()
    votazione = delibera.votazione
    if convocato is None or votazione is None:
        raise rifiuta("non_contrario", "Non risulta che abbia votato contro.")
    altri = Dissenso.objects.filter(istituto=autore.istituto, delibera=delibera)
    if gia_scritto := altri.filter(convocato=convocato).first():
        return gia_scritto
    esigi(
        verifica_nome_contrario(
            palese=delibera.forma == FormaVotazione.PALESE,
            contrari=votazione.contrari,
            gia_scritti=altri.count(),
            ha_votato_contro=_contro(delibera, convocato),
            chiusa=not _aperta(delibera),
        )
    )
    dissenso = Dissenso.objects.create(
        istituto=autore.istituto, delibera=delibera, convocato=convocato, chiesto_il=adesso
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="scrive nome contrario",
        oggetto=delibera,
        dati={"convocato": convocato.pk},
    )
    return dissenso


def _aperta(delibera: Delibera) -> bool:
    seduta = delibera.seduta
    return seduta is not None and seduta.stato in APERTE and delibera.documento_id is None


def _contro(delibera: Delibera, convocato: Convocato) -> bool:
    """What was recorded by name; by show of hands only the figures and who voted are known."""
    votazione = delibera.votazione
    if votazione is None:
        return False
    if votazione.modo != ModoVotazione.NOMINALE:
        quando = votazione.chiusa_il or votazione.aperta_il
        return convocato in votanti_di(votazione, sala(votazione.punto), quando)
    return VotoPalese.objects.filter(
        istituto_id=delibera.istituto_id,
        votazione=votazione,
        convocato=convocato,
        scelta=Scelta.CONTRARIO,
    ).exists()
