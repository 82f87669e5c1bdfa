"""A sitting of the Giunta that has just begun: three items to vote, five of six present."""

from datetime import date

from cpia.portale.dimostrazione import organi_sala as sala
from cpia.portale.dimostrazione.organi_sala import DaTenere, PuntoDemo
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Componente, NaturaPunto, TipoOrgano
from organi_collegiali.models import Convocato, OrganoCollegiale

OGGI = date(2024, 6, 5)
ALLE = istante(OGGI, 9, 40)
GIUNTA = DaTenere(
    istante(OGGI, 9, 30),
    "Ufficio di presidenza",
    (
        PuntoDemo(
            "Proposta di variazioni al Programma annuale",
            NaturaPunto.DELIBERA,
            "Si propone al Consiglio di assegnare alle uscite didattiche € 1.200,00 dell’avanzo.",
        ),
        PuntoDemo(
            "Orario estivo della segreteria",
            NaturaPunto.DELIBERA,
            "Si propone di chiudere gli uffici nei sabati di luglio e agosto.",
        ),
        PuntoDemo("Calendario delle prossime riunioni", NaturaPunto.DELIBERA),
        PuntoDemo("Varie ed eventuali", NaturaPunto.VARIE),
    ),
    istante(date(2024, 5, 28), 12),
)


def popola(istituto: Istituto) -> None:
    """The dirigente presides, a teacher writes."""
    giunta = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.GIUNTA)
    dirigente, segretario = _di(giunta, Componente.DIRIGENTE), _di(giunta, Componente.DOCENTI)
    seduta = sala.convocata(giunta, dirigente, GIUNTA)
    convocati = Convocato.objects.filter(istituto=istituto, seduta=seduta, con_voto=True)
    assente = convocati.filter(componente=Componente.ATA, persona__utente=None).first()
    dentro = convocati.exclude(pk=assente.pk) if assente else convocati
    sala.apre(
        seduta, ALLE, presiede=dirigente, verbalizza=segretario,
        dentro=dentro.order_by("pk").values_list("pk", flat=True),
    )  # fmt: skip


def _di(organo: OrganoCollegiale, componente: Componente) -> Persona:
    righe = organo.mandati.select_related("persona__istituto").filter(
        componente=componente, persona__utente__isnull=False
    )
    return righe[0].persona
