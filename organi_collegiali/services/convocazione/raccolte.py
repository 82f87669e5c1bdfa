"""Members ask for a sitting in the portal: one opens the request, the others sign it.

When the signatures are the part that the organ's own rule asks for, the request is presented by
itself: from that day runs the time to convene, and it is on the desk of who convenes.
"""

from datetime import datetime, timedelta

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.models import FirmaRaccolta, Mandato, OrganoCollegiale, RaccoltaFirme
from organi_collegiali.queries.convocazione import raccolte as queries
from organi_collegiali.queries.convocazione.richieste import COMPONENTI
from organi_collegiali.rules.convocazione.raccolte import verifica_firma_di_richiesta
from organi_collegiali.services.convocazione.richieste import registra_richiesta
from organi_collegiali.services.convocazione.uscita_raccolte import invita_a_firmare

# The same words of the same person within so long are the same click.
DUE_VOLTE = timedelta(minutes=1)


@transaction.atomic
def apri_raccolta(
    *, autore: Contesto, adesso: datetime, organo_id: int, argomenti: str
) -> RaccoltaFirme:
    """Ask that an organ be convened, with the first signature: that of who opens the request.

    Of who sits in the organ and votes. The other members are told. The same request sent twice in
    a row is one. Raises AttoRifiutato.
    """
    organo = OrganoCollegiale.objects.select_for_update(of=("self",)).get(
        istituto=autore.istituto, pk=organo_id
    )
    gia = RaccoltaFirme.objects.filter(
        istituto=autore.istituto, organo=organo, persona=autore.persona, argomenti=argomenti,
        ritirata_il__isnull=True, aperta_il__gt=adesso - DUE_VOLTE,
    ).first()  # fmt: skip
    if gia is not None:
        return gia
    mandato = _mandato(autore, organo)
    raccolta = RaccoltaFirme.objects.create(
        istituto=autore.istituto,
        organo=organo,
        persona=autore.persona,
        argomenti=argomenti,
        aperta_il=adesso,
    )
    _firma(raccolta, mandato, adesso)
    _annota(autore, adesso, "apre raccolta di firme", raccolta)
    if not _presenta_se_bastano(autore, adesso, raccolta):
        invita_a_firmare(autore=autore, adesso=adesso, raccolta=raccolta)
    return raccolta


@transaction.atomic
def firma_raccolta(*, autore: Contesto, adesso: datetime, raccolta_id: int) -> RaccoltaFirme:
    """Sign a request; with the last signature that it needs it is presented.

    Of who sits in the organ and votes. Signed again it changes nothing, but for a request whose
    signatures have become enough because somebody left. Raises AttoRifiutato.
    """
    raccolta = _blocca(autore, raccolta_id)
    mandato = _mandato(autore, raccolta.organo, raccolta)
    if _firma(raccolta, mandato, adesso):
        _annota(autore, adesso, "firma raccolta", raccolta)
    _presenta_se_bastano(autore, adesso, raccolta)
    return raccolta


@transaction.atomic
def togli_firma_raccolta(*, autore: Contesto, adesso: datetime, raccolta_id: int) -> RaccoltaFirme:
    """Take the own signature back while they are not enough. Raises AttoRifiutato."""
    raccolta = _blocca(autore, raccolta_id)
    mandato = _mandato(autore, raccolta.organo, raccolta)
    proprie = FirmaRaccolta.objects.filter(
        istituto=autore.istituto, raccolta=raccolta, mandato=mandato
    )
    if proprie.delete()[0]:
        _annota(autore, adesso, "toglie firma dalla raccolta", raccolta)
    return raccolta


@transaction.atomic
def ritira_raccolta(*, autore: Contesto, adesso: datetime, raccolta_id: int) -> RaccoltaFirme:
    """Withdraw a request that one has opened, while it is not presented. Raises AttoRifiutato."""
    raccolta = _blocca(autore, raccolta_id)
    esigi(_verifica(raccolta, siede=raccolta.persona_id == autore.persona.pk))
    raccolta.ritirata_il = adesso
    raccolta.save(update_fields=["ritirata_il"])
    _annota(autore, adesso, "ritira raccolta di firme", raccolta)
    return raccolta


def _blocca(autore: Contesto, raccolta_id: int) -> RaccoltaFirme:
    righe = RaccoltaFirme.objects.select_for_update(of=("self",)).select_related("organo")
    return righe.get(istituto=autore.istituto, pk=raccolta_id)


def _mandato(
    autore: Contesto, organo: OrganoCollegiale, raccolta: RaccoltaFirme | None = None
) -> Mandato:
    mandato = queries.proprio_mandato(autore, organo)
    esigi(_verifica(raccolta, siede=mandato is not None))
    if mandato is None:
        raise Mandato.DoesNotExist
    return mandato


def _verifica(raccolta: RaccoltaFirme | None, *, siede: bool) -> tuple[Violazione, ...]:
    return verifica_firma_di_richiesta(
        aperta=raccolta is None or raccolta.aperta,
        presentata=raccolta is not None and raccolta.richiesta_id is not None,
        siede=siede,
    )


def _firma(raccolta: RaccoltaFirme, mandato: Mandato, adesso: datetime) -> bool:
    """Whether it was not there yet."""
    return FirmaRaccolta.objects.get_or_create(
        istituto_id=raccolta.istituto_id,
        raccolta=raccolta,
        mandato=mandato,
        defaults={"firmata_il": adesso},
    )[1]


def _presenta_se_bastano(autore: Contesto, adesso: datetime, raccolta: RaccoltaFirme) -> bool:
    raccolte = queries.con_le_firme(autore, raccolta)
    if not raccolte.giudizio.sufficiente:
        return False
    raccolta.richiesta = registra_richiesta(
        autore=autore,
        adesso=adesso,
        organo_id=raccolta.organo_id,
        chi=COMPONENTI,
        argomenti=raccolta.argomenti,
        presentata_il=autore.oggi,
        firmatari=raccolte.mandati,
    )
    raccolta.save(update_fields=["richiesta"])
    _annota(autore, adesso, "presenta richiesta firmata", raccolta)
    return True


def _annota(autore: Contesto, adesso: datetime, azione: str, raccolta: RaccoltaFirme) -> None:
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=raccolta.organo,
        dati={"raccolta": raccolta.pk, "richiesta": raccolta.richiesta_id},
    )
