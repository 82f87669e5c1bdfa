"""A sitting of the Consiglio in progress this morning, and one of the Collegio about to begin."""

from datetime import date, datetime

from cpia.portale.dimostrazione import organi_sala as sala
from cpia.portale.dimostrazione.organi_sala import DaTenere, PuntoDemo
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Carica, Componente, EsitoPunto, NaturaPunto, Risposta
from organi_collegiali.models import Convocato, OrganoCollegiale, Punto, Seduta
from organi_collegiali.queries.numeri import DELIBERE, SEDUTE
from organi_collegiali.services import aula as servizi

OGGI = date(2024, 6, 5)
PARTITA = istante(date(2024, 5, 28), 11)
LUOGO = "Aula magna «Collodi»"
PRECEDENTE = 21
CONSIGLIO = DaTenere(
    istante(OGGI, 8, 30),
    LUOGO,
    (
        PuntoDemo("Approvazione del verbale della seduta precedente", NaturaPunto.VERBALE),
        PuntoDemo("Comunicazioni del Presidente e del Dirigente", NaturaPunto.SENZA_VOTO),
        PuntoDemo("Variazioni al Programma annuale 2024", NaturaPunto.DELIBERA),
        PuntoDemo("Conto consuntivo 2023", NaturaPunto.DELIBERA),
        PuntoDemo("Calendario scolastico 2024/25: adattamenti", NaturaPunto.DELIBERA),
        PuntoDemo("Criteri per la selezione di esperti e tutor", NaturaPunto.DELIBERA),
        PuntoDemo(
            "Sostituzione di un consigliere nella Giunta esecutiva", NaturaPunto.ELEZIONE,
            pubblico="Composizione della Giunta esecutiva",
        ),
        PuntoDemo("Varie ed eventuali", NaturaPunto.VARIE),
    ),
    PARTITA,
    {SEDUTE: PRECEDENTE, DELIBERE: 127},
)  # fmt: skip
COLLEGIO = DaTenere(
    istante(OGGI, 10),
    LUOGO,
    (
        PuntoDemo("Approvazione del verbale della seduta precedente", NaturaPunto.VERBALE),
        PuntoDemo("Relazione finale sul Piano dell’offerta formativa", NaturaPunto.DELIBERA),
        PuntoDemo("Criteri per l’assegnazione dei docenti alle classi", NaturaPunto.DELIBERA),
        PuntoDemo("Varie ed eventuali", NaturaPunto.VARIE),
    ),
    PARTITA,
    {SEDUTE: 6},
)
PROPOSTO = (
    "di anticipare l’inizio delle lezioni a giovedì 12 settembre 2024 e di sospenderle giovedì "
    "31 ottobre 2024"
)
DISCUSSO = (
    "La Presidente illustra la proposta: inizio anticipato a giovedì 12 settembre e sospensione "
    "giovedì 31 ottobre. Una consigliera chiede di sentire il Comune sul trasporto. Il Dirigente "
    "riferisce che il Comune ha dato la disponibilità."
)
ASPETTA = (
    "Sul verbale della seduta n. 21 c’è un rilievo che aspetta ancora risposta: il segretario lo "
    "esamina e il verbale torna alla prossima seduta."
)
# Absent from the beginning, by component: how many wrote that they would not come, how many not.
MANCANO = {
    Componente.DOCENTI: (1, 1), Componente.GENITORI: (1, 1), Componente.ATA: (1, 0),
}  # fmt: skip


def popola(istituto: Istituto) -> None:
    """The two sittings of the school of the first cycle."""
    _consiglio(OrganoCollegiale.objects.get(istituto=istituto, tipo="consiglio_istituto"))
    _collegio(OrganoCollegiale.objects.get(istituto=istituto, tipo="collegio"))


def _alle(ora: int, minuti: int) -> datetime:
    return istante(OGGI, ora, minuti)


def _con(organo: OrganoCollegiale, carica: Carica) -> Persona:
    return (
        organo.mandati.select_related("persona__istituto").get(carica=carica, al__gte=OGGI).persona
    )


def _collegio(organo: OrganoCollegiale) -> None:
    """The roll call is still to be taken: everybody who teaches, at ten o’clock."""
    chi = organo.mandati.select_related("persona__istituto").filter(componente=Componente.DIRIGENTE)
    sala.convocata(organo, chi[0].persona, COLLEGIO)


def _consiglio(organo: OrganoCollegiale) -> None:
    presidente, segretario = _con(organo, Carica.PRESIDENTE), _con(organo, Carica.SEGRETARIO)
    seduta = sala.convocata(organo, segretario, CONSIGLIO)
    precedente = Seduta.objects.get(istituto=organo.istituto, organo=organo, numero=PRECEDENTE)
    seduta.punti.filter(ordine=1).update(verbale_di=precedente)
    fuori = _assenti(seduta, {presidente.pk, segretario.pk})
    convocati = list(
        Convocato.objects.filter(istituto_id=organo.istituto_id, seduta=seduta, con_voto=True)
    )
    dentro = [convocato for convocato in convocati if convocato not in fuori]
    tardi = {dentro[-1].pk: (8, 41), dentro[-2].pk: (8, 52)}
    puntuali = [c.pk for c in dentro if c.pk not in tardi]
    sala.apre(seduta, _alle(8, 34), presiede=presidente, verbalizza=segretario, dentro=puntuali)
    for chi, (ora, minuti) in tardi.items():
        _muove(segretario, chi, _alle(ora, minuti), entra=True)
    _punti(seduta, segretario, dentro)


def _assenti(seduta: Seduta, tranne: set[int]) -> list[Convocato]:
    """Who does not come: some have written it, some have not."""
    assenti = []
    for componente, (scrivono, tacciono) in MANCANO.items():
        righe = Convocato.objects.filter(
            istituto_id=seduta.istituto_id, seduta=seduta, componente=componente, con_voto=True
        ).exclude(persona_id__in=tranne)
        scelti = list(righe.order_by("-pk"))[: scrivono + tacciono]
        for convocato in scelti[:scrivono]:
            convocato.risposta = Risposta.ASSENTE
            convocato.risposta_il = istante(date(2024, 6, 3), 18)
            convocato.save(update_fields=["risposta", "risposta_il"])
        assenti += scelti
    return assenti


def _muove(segretario: Persona, chi: int, alle: datetime, *, entra: bool) -> None:
    servizi.registra_movimento(
        autore=compi(segretario, alle), adesso=alle, convocato_id=chi, entra=entra
    )


def _punti(seduta: Seduta, segretario: Persona, dentro: list[Convocato]) -> None:
    """Three items dealt with and one postponed, the fifth under discussion."""
    punti = list(seduta.punti.order_by("ordine"))
    sala.discute(segretario, punti[0], _alle(8, 36), ASPETTA)
    rinvio = "un rilievo aspetta ancora risposta"
    _conclude(segretario, punti[0], _alle(8, 40), EsitoPunto.RINVIATO, rinvio)
    sala.discute(segretario, punti[1], _alle(8, 43))
    _conclude(segretario, punti[1], _alle(8, 50), EsitoPunto.TRATTATO)
    sala.vota(segretario, punti[2], _alle(8, 55), (11, 1, 2), "di approvare le variazioni")
    genitori = [c for c in dentro if c.componente == Componente.GENITORI]
    esce = next(c.pk for c in genitori if not (c.mandato and c.mandato.carica))
    _muove(segretario, esce, _alle(9, 20), entra=False)
    sala.vota(segretario, punti[3], _alle(9, 22), (13, 0, 0), "di approvare il conto consuntivo")
    _muove(segretario, esce, _alle(9, 31), entra=True)
    Punto.objects.filter(pk=punti[4].pk).update(testo_proposto=PROPOSTO)
    sala.discute(segretario, punti[4], _alle(9, 31), DISCUSSO)


def _conclude(
    segretario: Persona, punto: Punto, alle: datetime, esito: EsitoPunto, motivo: str = ""
) -> None:
    servizi.concludi_punto(
        autore=compi(segretario, alle), adesso=alle, punto_id=punto.pk, esito=esito, motivo=motivo
    )
