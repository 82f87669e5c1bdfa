"""What the members ask: that the organ be convened, an answer, a vote."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, rifiuta
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.models import (
    FirmaRichiesta,
    Mandato,
    Mozione,
    OrganoCollegiale,
    Richiesta,
)
from organi_collegiali.queries.convocazione import richieste as queries
from organi_collegiali.rules.convocazione.richieste import giudica_richiesta

ART_7 = "Regolamento d’istituto: interrogazioni, interpellanze e mozioni dei consiglieri"


@transaction.atomic
def registra_richiesta(
    *,
    autore: Contesto,
    adesso: datetime,
    organo_id: int,
    chi: str,
    argomenti: str,
    presentata_il: date,
    firmatari: Collection[int] = (),
) -> Richiesta:
    """Register a request that an organ be convened, with the last day to do it.

    ``firmatari`` are ids of mandates. Raises AttoRifiutato when those who sign are too few for
    the organ's own rule, or do not sit in it.
    """
    organo = OrganoCollegiale.objects.get(istituto=autore.istituto, pk=organo_id)
    firme = _firme(organo, presentata_il, firmatari if chi == queries.COMPONENTI else ())
    perche = _quota(organo, presentata_il, len(firme)) if chi == queries.COMPONENTI else []
    termine = queries.convocare_entro(organo, presentata_il)
    motivi = [*perche, *termine.perche]
    mezzogiorno = datetime.combine(presentata_il, timezone.localtime(adesso).time())
    richiesta = Richiesta.objects.create(
        istituto=autore.istituto,
        organo=organo,
        chi=chi,
        argomenti=argomenti,
        presentata_il=timezone.make_aware(mezzogiorno),
        convocare_entro=termine.giorno,
        perche=[{"regola": m.regola, "fonte": m.fonte, "testo": m.testo} for m in motivi],
    )
    FirmaRichiesta.objects.bulk_create(
        FirmaRichiesta(istituto=autore.istituto, richiesta=richiesta, mandato=mandato)
        for mandato in firme
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="registra richiesta",
        oggetto=organo,
        dati={"richiesta": richiesta.pk, "firme": len(firme)},
    )
    return richiesta


def _firme(organo: OrganoCollegiale, giorno: date, firmatari: Collection[int]) -> list[Mandato]:
    trovati = list(queries.possono_firmare(organo, giorno).filter(pk__in=firmatari))
    if len(trovati) != len(set(firmatari)):
        testo = "Tra chi firma c’è chi quel giorno non sedeva nell’organo."
        raise AttoRifiutato([Violazione("firma_estranea", testo, "", "firmatari")])
    return trovati


def _quota(organo: OrganoCollegiale, giorno: date, firme: int) -> list[Motivo]:
    regola = queries.regole_richiesta(organo, giorno)
    giudizio = giudica_richiesta(firme, regola.in_carica, quota=regola.quota)
    if not giudizio.sufficiente:
        motivo = giudizio.motivo
        raise AttoRifiutato([Violazione("poche_firme", motivo.testo, motivo.fonte, "firmatari")])
    return [giudizio.motivo]


@transaction.atomic
def presenta_mozione(
    *,
    autore: Contesto,
    adesso: datetime,
    organo_id: int,
    genere: str,
    oggetto: str,
    testo: str,
) -> Mozione:
    """Present a question, an interpellation or a motion, as a member who sits today.

    A motion waits for the next agenda that is prepared (`001` art. 7). Raises AttoRifiutato.
    """
    organo = OrganoCollegiale.objects.get(istituto=autore.istituto, pk=organo_id)
    siede = queries.possono_firmare(organo, autore.oggi).filter(persona=autore.persona)
    if not siede.exists():
        raise rifiuta("non_siede", "La presenta chi siede nell’organo e vota.", ART_7)
    mozione = Mozione.objects.create(
        istituto=autore.istituto,
        organo=organo,
        genere=genere,
        persona=autore.persona,
        oggetto=oggetto,
        testo=testo,
        presentata_il=adesso,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="presenta mozione",
        oggetto=organo,
        dati={"mozione": mozione.pk, "genere": genere},
    )
    return mozione


@transaction.atomic
def rispondi_mozione(
    *, autore: Contesto, adesso: datetime, mozione_id: int, risposta: str
) -> Mozione:
    """Answer a question or an interpellation in writing, once. Raises AttoRifiutato.

    A motion is not answered: it is voted at the sitting.
    """
    mozione = Mozione.objects.select_for_update(of=("self",)).get(
        istituto=autore.istituto, pk=mozione_id
    )
    if mozione.genere == "mozione":
        raise rifiuta("si_vota", "A una mozione non si risponde: si vota in seduta.", ART_7)
    if mozione.risposta_il is not None:
        raise rifiuta("gia_risposto", "La risposta c’è già, e resta quella.", ART_7)
    mozione.risposta, mozione.risposta_il = risposta, adesso
    mozione.save(update_fields=["risposta", "risposta_il"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="risponde a mozione",
        oggetto=mozione.organo,
        dati={"mozione": mozione.pk},
    )
    return mozione
