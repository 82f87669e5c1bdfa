"""A procedure is prepared, opened with its term and the rules of the day, prolonged."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from bonus_merito.enums import Categoria, StatoCriteri, StatoProcedura
from bonus_merito.models import Criteri, Fondo, Procedura
from bonus_merito.queries.criteri.lettura import all_albo
from bonus_merito.queries.regole import parametri_del_giorno, regole_di
from bonus_merito.rules.coerenza import verifica_regole
from bonus_merito.rules.criteri import PUBBLICI
from bonus_merito.rules.richiesta import contro_la_scadenza
from bonus_merito.services.procedure.avvisi import APERTURA, PROROGA, avverti
from bonus_merito.services.procedure.blocco import blocca_procedura, compiuto
from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.conservati import da_conservare
from cpia.scuola.access import Contesto

S = StatoProcedura
ADOTTATI = "L. 107/2015, art. 1 c. 127: il dirigente assegna sulla base dei criteri adottati"


@transaction.atomic
def prepara_procedura(
    *,
    autore: Contesto,
    adesso: datetime,
    fondo_id: int,
    criteri_id: int,
    categoria: Categoria = Categoria.DOCENTI,
) -> Procedura:
    """Prepare the procedure of a year on its fund and on adopted criteria.

    Raises AttoRifiutato for criteria that are a draft, of another year or category, and where the
    year has a procedure of this category already.
    """
    fondo = Fondo.objects.select_for_update().get(istituto=autore.istituto, pk=fondo_id)
    criteri = Criteri.objects.get(istituto=autore.istituto, pk=criteri_id)
    _esigi_criteri(criteri, fondo, categoria)
    altre = Procedura.objects.filter(
        istituto=autore.istituto, fondo=fondo, categoria=categoria.value
    )
    if altre.exclude(stato=S.ANNULLATA.value).exists():
        testo = "Per quest’anno la procedura c’è già: si annulla quella prima di farne un’altra."
        raise rifiuta("gia_preparata", testo, campo="fondo")
    procedura = Procedura.objects.create(
        istituto=autore.istituto, fondo=fondo, criteri=criteri, categoria=categoria.value
    )
    annota(autore=autore, adesso=adesso, azione="prepara procedura del bonus", oggetto=procedura)
    return procedura


def _esigi_criteri(criteri: Criteri, fondo: Fondo, categoria: Categoria) -> None:
    if criteri.stato != StatoCriteri.ADOTTATI.value:
        raise rifiuta("criteri", "Questi criteri non sono in vigore.", ADOTTATI, "criteri")
    if criteri.categoria != categoria.value:
        raise rifiuta("criteri", "Questi criteri sono di altro personale.", ADOTTATI, "criteri")
    if criteri.anno_scolastico_id != fondo.anno_scolastico_id:
        raise rifiuta("criteri", "Questi criteri sono di un altro anno.", ADOTTATI, "criteri")


@transaction.atomic
def apri_procedura(
    *, autore: Contesto, adesso: datetime, procedura_id: int, scade: datetime, in_servizio: int
) -> Procedura:
    """Open the requests until ``scade``, keep the rules of today, tell who may take part.

    Of the dirigente. ``in_servizio`` counts the tenured staff in service, on which the number of
    beneficiaries is measured. Raises AttoRifiutato also for criteria that are not on the albo:
    one asks on what everybody could read.
    """
    procedura = blocca_procedura(autore, procedura_id, S.BOZZA)
    esigi(contro_la_scadenza(scade, adesso=adesso))
    if in_servizio < 1:
        raise rifiuta("in_servizio", "Scrivi quanti sono di ruolo.", campo="in_servizio")
    if procedura.criteri.stato != StatoCriteri.ADOTTATI.value:
        raise rifiuta("criteri", "I criteri non sono più in vigore.", ADOTTATI)
    if not all_albo(procedura.criteri):
        testo = "I criteri non sono all’albo: si pubblicano, poi si aprono le richieste."
        raise rifiuta("non_pubblicati", testo, PUBBLICI)
    giorno = timezone.localdate(adesso)
    esigi(verifica_regole(regole_di(procedura, giorno)))
    procedura.regole = da_conservare(parametri_del_giorno(autore.istituto.pk, giorno))
    procedura.stato, procedura.aperta_il, procedura.scade = S.APERTA.value, adesso, scade
    procedura.in_servizio = in_servizio
    avvisati = avverti(procedura, APERTURA, adesso)
    return compiuto(
        autore, adesso, procedura, "apre procedura del bonus",
        "stato", "aperta_il", "scade", "regole", "in_servizio",
        scade=scade.isoformat(), persone=avvisati,
    )  # fmt: skip


@transaction.atomic
def proroga_termine(
    *, autore: Contesto, adesso: datetime, procedura_id: int, scade: datetime
) -> Procedura:
    """Give more time, also once the term is over and nobody has closed yet; tell it to everybody.

    Of the dirigente. Raises AttoRifiutato for a term that is not a later one.
    """
    procedura = blocca_procedura(autore, procedura_id, S.APERTA)
    esigi(contro_la_scadenza(scade, adesso=adesso, prima=procedura.scade))
    procedura.scade = scade
    avvisati = avverti(procedura, PROROGA, adesso)
    return compiuto(
        autore, adesso, procedura, "proroga termine del bonus", "scade",
        scade=scade.isoformat(), persone=avvisati,
    )  # fmt: skip
