"""A sitting of the Consiglio in progress this morning, and one of the Collegio about to begin."""

from collections.abc import Mapping
from datetime import date, datetime

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import (
    Carica,
    Componente,
    EsitoPunto,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Risposta,
    StatoSeduta,
)
from organi_collegiali.models import (
    Convocato,
    Movimento,
    Numeratore,
    OrganoCollegiale,
    Punto,
    Seduta,
)
from organi_collegiali.queries.numeri import DELIBERE, SEDUTE, serie_di
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.invio.convocati import convoca
from organi_collegiali.services.numeri import prendi_numero
from organi_collegiali.services.voto.proclamazione import proclama
from organi_collegiali.services.voto.votazioni import apri_votazione, chiudi_votazione

OGGI = date(2024, 6, 5)
# How many sittings and deliberations the Consiglio had before this one.
GIA = {SEDUTE: 21, DELIBERE: 127}
CONSIGLIO = (
    ("Approvazione del verbale della seduta precedente", NaturaPunto.VERBALE),
    ("Comunicazioni del Presidente e del Dirigente", NaturaPunto.SENZA_VOTO),
    ("Variazioni al Programma annuale 2024", NaturaPunto.DELIBERA),
    ("Conto consuntivo 2023", NaturaPunto.DELIBERA),
    ("Calendario scolastico 2024/25: adattamenti", NaturaPunto.DELIBERA),
    ("Criteri per la selezione di esperti e tutor", NaturaPunto.DELIBERA),
    ("Sostituzione di un consigliere nella Giunta esecutiva", NaturaPunto.ELEZIONE),
    ("Varie ed eventuali", NaturaPunto.VARIE),
)
# On persons: what the others read instead of the title.
DI_PERSONE = {CONSIGLIO[6][0]: "Composizione della Giunta esecutiva"}
COLLEGIO = (
    ("Approvazione del verbale della seduta precedente", NaturaPunto.VERBALE),
    ("Relazione finale sul Piano dell’offerta formativa", NaturaPunto.DELIBERA),
    ("Criteri per l’assegnazione dei docenti alle classi", NaturaPunto.DELIBERA),
    ("Varie ed eventuali", NaturaPunto.VARIE),
)
PROPOSTO = (
    "di anticipare l’inizio delle lezioni a giovedì 12 settembre 2024 e di sospenderle giovedì "
    "31 ottobre 2024"
)
DISCUSSO = (
    "Il Presidente illustra la proposta: inizio anticipato a giovedì 12 settembre e sospensione "
    "giovedì 31 ottobre. Una consigliera chiede di sentire il Comune sul trasporto. Il Dirigente "
    "riferisce che il Comune ha dato la disponibilità."
)
# Absent from the beginning, by component: how many wrote that they would not come, how many not.
MANCANO = {
    Componente.DOCENTI: (1, 1), Componente.GENITORI: (1, 1), Componente.ATA: (1, 0),
}  # fmt: skip


def popola(slug: str = "ic-pinocchio-montesicuro") -> None:
    """The two sittings of the school of the first cycle."""
    istituto = Istituto.objects.get(slug=slug)
    with istituto_corrente(istituto.pk):
        _consiglio(OrganoCollegiale.objects.get(istituto=istituto, tipo="consiglio_istituto"))
        _collegio(OrganoCollegiale.objects.get(istituto=istituto, tipo="collegio"))


def _alle(ora: int, minuti: int) -> datetime:
    return istante(OGGI, ora, minuti)


def _con(organo: OrganoCollegiale, carica: Carica) -> Persona:
    return (
        organo.mandati.select_related("persona__istituto").get(carica=carica, al__gte=OGGI).persona
    )


def _convocata(
    organo: OrganoCollegiale,
    autore: Persona,
    quando: datetime,
    punti: tuple[tuple[str, NaturaPunto], ...],
    gia: Mapping[str, int],
) -> Seduta:
    """A sitting as its notice left it a week ago."""
    regola = regole(organo, OGGI)
    for che_cosa, ultimo in gia.items():
        riga, _ = Numeratore.objects.get_or_create(
            istituto_id=organo.istituto_id, organo=organo, di_che_cosa=che_cosa,
            serie=serie_di(organo, che_cosa, OGGI, regola),
        )  # fmt: skip
        riga.ultimo = max(riga.ultimo, ultimo)
        riga.save(update_fields=["ultimo"])
    serie = serie_di(organo, SEDUTE, OGGI, regola)
    seduta = Seduta.objects.create(
        istituto_id=organo.istituto_id, organo=organo, serie=serie, stato=StatoSeduta.CONVOCATA,
        numero=prendi_numero(organo=organo, di_che_cosa=SEDUTE, serie=serie),
        inizio_previsto=quando, luogo="Aula magna «Collodi»", preparata_da=autore,
        modificata_il=istante(date(2024, 5, 28), 9),
    )  # fmt: skip
    Punto.objects.bulk_create(
        Punto(istituto_id=organo.istituto_id, seduta=seduta, ordine=ordine, titolo=titolo,
              natura=natura, su_persone=titolo in DI_PERSONE,
              titolo_pubblico=DI_PERSONE.get(titolo, ""))
        for ordine, (titolo, natura) in enumerate(punti, 1)
    )  # fmt: skip
    partita = istante(date(2024, 5, 28), 11)
    convoca(autore=compi(autore, partita), adesso=partita, seduta=seduta)
    return seduta


def _collegio(organo: OrganoCollegiale) -> None:
    """The roll call is still to be taken: everybody who teaches, at ten o’clock."""
    chi = organo.mandati.select_related("persona__istituto").filter(componente=Componente.DIRIGENTE)
    _convocata(organo, chi[0].persona, _alle(10, 0), COLLEGIO, {SEDUTE: 6})


def _consiglio(organo: OrganoCollegiale) -> None:
    presidente, segretario = _con(organo, Carica.PRESIDENTE), _con(organo, Carica.SEGRETARIO)
    seduta = _convocata(organo, segretario, _alle(8, 30), CONSIGLIO, GIA)
    fuori = _assenti(seduta, {presidente.pk, segretario.pk})
    convocati = list(
        Convocato.objects.filter(istituto_id=organo.istituto_id, seduta=seduta, con_voto=True)
    )
    dentro = [convocato for convocato in convocati if convocato not in fuori]
    tardi = {dentro[-1].pk: (8, 41), dentro[-2].pk: (8, 52)}
    alle = _alle(8, 34)
    autore = compi(segretario, alle)
    servizi.segna_presenti(
        autore=autore, adesso=alle, seduta_id=seduta.pk,
        convocati=[c.pk for c in dentro if c.pk not in tardi],
    )  # fmt: skip
    servizi.apri_seduta(
        autore=autore, adesso=alle, seduta_id=seduta.pk,
        presiede_id=presidente.pk, verbalizza_id=segretario.pk,
    )  # fmt: skip
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


def _muove(segretario: Persona, chi: int, alle: datetime, *, entra: bool) -> Movimento | None:
    return servizi.registra_movimento(
        autore=compi(segretario, alle), adesso=alle, convocato_id=chi, entra=entra
    )


def _punti(seduta: Seduta, segretario: Persona, dentro: list[Convocato]) -> None:
    """Four items dealt with, the fifth under discussion."""
    punti = list(seduta.punti.order_by("ordine"))
    _vota(segretario, punti[0], (8, 36), "di approvare il verbale", (12, 0, 0))
    _discute(segretario, punti[1], _alle(8, 43))
    servizi.concludi_punto(
        autore=compi(segretario, _alle(8, 50)), adesso=_alle(8, 50), punto_id=punti[1].pk,
        esito=EsitoPunto.TRATTATO,
    )  # fmt: skip
    _vota(segretario, punti[2], (8, 55), "di approvare le variazioni", (11, 1, 2))
    genitori = [c for c in dentro if c.componente == Componente.GENITORI]
    esce = next(c.pk for c in genitori if not (c.mandato and c.mandato.carica))
    _muove(segretario, esce, _alle(9, 20), entra=False)
    _vota(segretario, punti[3], (9, 22), "di approvare il conto consuntivo", (13, 0, 0))
    _muove(segretario, esce, _alle(9, 31), entra=True)
    Punto.objects.filter(pk=punti[4].pk).update(testo_proposto=PROPOSTO)
    _discute(segretario, punti[4], _alle(9, 31), DISCUSSO)


def _discute(segretario: Persona, punto: Punto, alle: datetime, testo: str = "") -> None:
    chi = {"autore": compi(segretario, alle), "adesso": alle, "punto_id": punto.pk}
    servizi.avvia_punto(**chi)
    if testo:
        servizi.salva_discussione(**chi, testo=testo, versione=punto.versione)


def _vota(
    segretario: Persona,
    punto: Punto,
    alle: tuple[int, int],
    testo: str,
    cifre: tuple[int, int, int],
) -> None:
    quando = _alle(*alle)
    _discute(segretario, punto, quando)
    Punto.objects.filter(pk=punto.pk).update(testo_proposto=testo)
    chi: dict[str, object] = {"autore": compi(segretario, quando), "adesso": quando}
    votazione = apri_votazione(
        **chi, punto_id=punto.pk, genere=GenereVotazione.PROPOSTA, forma=FormaVotazione.PALESE,
        modo=ModoVotazione.ALZATA, testo=testo,
    )  # fmt: skip
    chiudi_votazione(**chi, votazione_id=votazione.pk, cifre=Cifre(*cifre))
    proclama(**chi, votazione_id=votazione.pk)
