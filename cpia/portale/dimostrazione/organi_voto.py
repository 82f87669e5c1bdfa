"""A sitting of the Giunta that has just begun: three items to vote, five of six present."""

from datetime import date

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import Componente, NaturaPunto, StatoSeduta, TipoOrgano
from organi_collegiali.models import Convocato, OrganoCollegiale, Punto, Seduta
from organi_collegiali.queries.numeri import SEDUTE, serie_di
from organi_collegiali.queries.regole import regole
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.invio.convocati import convoca
from organi_collegiali.services.numeri import prendi_numero

OGGI = date(2024, 6, 5)
PARTITA = istante(date(2024, 5, 28), 12)
ALLE = istante(OGGI, 9, 40)
PUNTI = (
    (
        "Proposta di variazioni al Programma annuale",
        NaturaPunto.DELIBERA,
        "Si propone al Consiglio di assegnare alle uscite didattiche € 1.200,00 dell’avanzo.",
    ),
    (
        "Orario estivo della segreteria",
        NaturaPunto.DELIBERA,
        "Si propone di chiudere gli uffici nei sabati di luglio e agosto.",
    ),
    ("Calendario delle prossime riunioni", NaturaPunto.DELIBERA, ""),
    ("Varie ed eventuali", NaturaPunto.VARIE, ""),
)


def popola(slug: str = "ic-pinocchio-montesicuro") -> None:
    """The dirigente presides, a teacher writes."""
    istituto = Istituto.objects.get(slug=slug)
    with istituto_corrente(istituto.pk):
        giunta = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.GIUNTA)
        dirigente = _di(giunta, Componente.DIRIGENTE)
        segretario = _di(giunta, Componente.DOCENTI)
        seduta = _convocata(giunta, dirigente)
        autore = compi(segretario, ALLE)
        convocati = Convocato.objects.filter(istituto=istituto, seduta=seduta, con_voto=True)
        assente = convocati.filter(componente=Componente.ATA, persona__utente=None).first()
        dentro = convocati.exclude(pk=assente.pk) if assente else convocati
        servizi.segna_presenti(
            autore=autore,
            adesso=ALLE,
            seduta_id=seduta.pk,
            convocati=list(dentro.values_list("pk", flat=True)),
        )
        servizi.apri_seduta(
            autore=autore,
            adesso=ALLE,
            seduta_id=seduta.pk,
            presiede_id=dirigente.pk,
            verbalizza_id=segretario.pk,
        )


def _di(organo: OrganoCollegiale, componente: Componente) -> Persona:
    righe = organo.mandati.select_related("persona__istituto").filter(
        componente=componente, persona__utente__isnull=False
    )
    return righe[0].persona


def _convocata(organo: OrganoCollegiale, autore: Persona) -> Seduta:
    serie = serie_di(organo, SEDUTE, OGGI, regole(organo, OGGI))
    seduta = Seduta.objects.create(
        istituto_id=organo.istituto_id,
        organo=organo,
        serie=serie,
        stato=StatoSeduta.CONVOCATA,
        numero=prendi_numero(organo=organo, di_che_cosa=SEDUTE, serie=serie),
        inizio_previsto=istante(OGGI, 9, 30),
        luogo="Ufficio di presidenza",
        preparata_da=autore,
        modificata_il=PARTITA,
    )
    Punto.objects.bulk_create(
        Punto(
            istituto_id=organo.istituto_id,
            seduta=seduta,
            ordine=ordine,
            titolo=titolo,
            natura=natura,
            testo_proposto=testo,
        )
        for ordine, (titolo, natura, testo) in enumerate(PUNTI, 1)
    )
    convoca(autore=compi(autore, PARTITA), adesso=PARTITA, seduta=seduta)
    return seduta
