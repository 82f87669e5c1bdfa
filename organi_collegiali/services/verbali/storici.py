"""Minutes of the past are loaded from their paper, as they are, with what is wrong in them."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.documents.testo_verbale import testo_verbale
from organi_collegiali.enums import Presenza, StatoSeduta, StatoVerbale
from organi_collegiali.models import (
    AllegatoVerbale,
    Convocato,
    Delibera,
    Numeratore,
    OrganoCollegiale,
    Punto,
    Seduta,
    Verbale,
)
from organi_collegiali.queries.numeri import DELIBERE, SEDUTE, serie_di
from organi_collegiali.queries.regole import regole
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.services.verbali.anomalie import segna_anomalie
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale
from organi_collegiali.services.verbali.carte_verbali import emetti_carte
from organi_collegiali.storici import PersonaStorica, PuntoStorico, VerbaleStorico


@transaction.atomic
def carica_verbale_storico(
    *, autore: Contesto, adesso: datetime, organo: OrganoCollegiale, dati: VerbaleStorico
) -> Verbale:
    """Load a sitting of the past with its minutes, signed on paper, and find what is against them.

    Of the office. Its numbers are taken: the next sitting and the next deliberation of the organ
    follow them. Raises AttoRifiutato when the organ has a sitting of that number already.
    """
    giorno = dati.inizio.date()
    regola = regole(organo, giorno)
    serie = serie_di(organo, SEDUTE, giorno, regola)
    presente = Seduta.objects.filter(organo=organo, serie=serie, numero=dati.numero)
    if presente.filter(istituto=autore.istituto).exists():
        raise rifiuta("seduta_presente", f"La seduta n. {dati.numero} c’è già.")
    seduta = _seduta(autore, adesso, organo=organo, serie=serie, dati=dati)
    serie_delibere = serie_di(organo, DELIBERE, giorno, regola)
    punti = [_punto(seduta, n, riga, serie_delibere) for n, riga in enumerate(dati.punti, 1)]
    verbale = Verbale.objects.create(
        istituto=autore.istituto, seduta=seduta, apertura=dati.apertura, chiusura=dati.chiusura
    )
    AllegatoVerbale.objects.bulk_create(
        AllegatoVerbale(
            istituto=autore.istituto, verbale=verbale, numero=riga.numero, titolo=riga.titolo,
            testo=riga.testo, punto=punti[riga.punto - 1],
        )
        for riga in dati.allegati
    )  # fmt: skip
    _segna_numero(organo, SEDUTE, serie, dati.numero)
    _segna_numero(organo, DELIBERE, serie_delibere, max(dati.delibere, default=0))
    return _firmato_sulla_carta(autore, adesso, verbale.pk)


def _firmato_sulla_carta(autore: Contesto, adesso: datetime, verbale_id: int) -> Verbale:
    verbale = blocca_verbale(autore, verbale_id)
    quante = segna_anomalie(verbale)
    verbale.stato, verbale.approvato_il = StatoVerbale.FIRMATO, adesso
    verbale.firma_presidente, verbale.firma_presidente_il = verbale.seduta.presiede, adesso
    verbale.firma_segretario, verbale.firma_segretario_il = verbale.seduta.verbalizza, adesso
    verbale.save(
        update_fields=[
            "stato", "approvato_il", "firma_presidente", "firma_presidente_il",
            "firma_segretario", "firma_segretario_il",
        ]
    )  # fmt: skip
    annota(
        autore=autore,
        adesso=adesso,
        azione="carica verbale storico",
        oggetto=verbale,
        dati={"numero": verbale.seduta.numero, "anomalie": quante},
    )
    emetti_carte(
        autore=autore, adesso=adesso, verbale=verbale, testo=testo_verbale(materia(verbale))
    )
    return verbale


def _seduta(
    autore: Contesto,
    adesso: datetime,
    *,
    organo: OrganoCollegiale,
    serie: str,
    dati: VerbaleStorico,
) -> Seduta:
    presidente, segretario = (_persona(autore, p) for p in (dati.presidente, dati.segretario))
    inizio, fine = timezone.make_aware(dati.inizio), timezone.make_aware(dati.fine)
    seduta = Seduta.objects.create(
        istituto=autore.istituto, organo=organo, numero=dati.numero, serie=serie, luogo=dati.luogo,
        inizio_previsto=inizio, aperta_il=inizio, chiusa_il=fine, in_carica=dati.in_carica,
        presiede=presidente, verbalizza=segretario, preparata_da=autore.persona, storica=True,
        stato=StatoSeduta.CHIUSA, modificata_il=adesso,
    )  # fmt: skip
    nominati = [
        (presidente, dati.presidente, Presenza.PRESENTE),
        (segretario, dati.segretario, Presenza.PRESENTE),
        *((_persona(autore, p), p, Presenza.ASSENTE_GIUSTIFICATO) for p in dati.assenti),
    ]
    Convocato.objects.bulk_create(
        Convocato(
            istituto=autore.istituto, seduta=seduta, persona=persona, presenza=presenza,
            componente=riga.componente,
        )
        for persona, riga, presenza in nominati
    )  # fmt: skip
    return seduta


def _persona(autore: Contesto, riga: PersonaStorica) -> Persona:
    """Somebody of then: no login, nothing but the name that the paper gives."""
    persona, _ = Persona.objects.get_or_create(
        istituto=autore.istituto, cognome=riga.cognome, nome=riga.nome, utente=None
    )
    return persona


def _punto(seduta: Seduta, ordine: int, riga: PuntoStorico, serie: str) -> Punto:
    delibera = riga.delibera
    premesse = list(delibera.premesse) if delibera else []
    punto = Punto.objects.create(
        istituto=seduta.istituto, seduta=seduta, ordine=ordine, titolo=riga.titolo,
        natura=riga.natura, origine=riga.origine, esito=riga.esito, discussione=riga.discussione,
        premesse=premesse, testo_proposto=delibera.testo if delibera else "",
        esecutiva=bool(delibera and delibera.esecutiva),
    )  # fmt: skip
    if delibera:
        Delibera.objects.create(
            istituto=seduta.istituto, organo=seduta.organo, serie=serie, numero=delibera.numero,
            seduta=seduta, punto=punto, oggetto=riga.titolo,
            adottata_il=seduta.chiusa_il or seduta.modificata_il,
            premesse=premesse, testo=delibera.testo, forma=delibera.forma, come=delibera.come,
            esecutiva=delibera.esecutiva,
        )  # fmt: skip
    return punto


def _segna_numero(
    organo: OrganoCollegiale, di_che_cosa: str, serie: str, numero: int
) -> Numeratore:
    """The next number comes after this one; a count that is further on stays where it is."""
    quale = {"organo": organo, "di_che_cosa": di_che_cosa, "serie": serie}
    Numeratore.objects.bulk_create(
        [Numeratore(istituto_id=organo.istituto_id, **quale)], ignore_conflicts=True
    )
    numeratore = Numeratore.objects.select_for_update().get(istituto_id=organo.istituto_id, **quale)
    numeratore.ultimo = max(numeratore.ultimo, numero)
    numeratore.save(update_fields=["ultimo"])
    return numeratore
