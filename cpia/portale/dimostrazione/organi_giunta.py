"""The Giunta of the secondary school, with a sitting in each state: held, open, to sign, drafted.

Its members have no login but the dirigente and a parent: no other desk of the demo has more to do.
"""

from datetime import date, datetime

from cpia.portale.dimostrazione import organi_sala as sala
from cpia.portale.dimostrazione.organi_convocazione import carta
from cpia.portale.dimostrazione.organi_sala import DaTenere, PuntoDemo
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import (
    Componente,
    EsitoPunto,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    TipoOrgano,
)
from organi_collegiali.models import OrganoCollegiale, Punto, Seduta, Verbale
from organi_collegiali.queries.numeri import SEDUTE
from organi_collegiali.services import aula
from organi_collegiali.services.convocazione.agenda import aggiungi_punto
from organi_collegiali.services.convocazione.allegati import DatiAllegato, allega
from organi_collegiali.services.convocazione.bozze import manda_alla_firma, prepara_seduta
from organi_collegiali.services.verbali.lettura_verbali import metti_in_lettura, presenta_rilievo
from organi_collegiali.services.voto.votazioni import apri_votazione

OGGI, MAGGIO = date(2024, 6, 5), date(2024, 5, 9)
LUOGO = "Ufficio di presidenza"
TENUTA = DaTenere(
    istante(MAGGIO, 15),
    LUOGO,
    (
        PuntoDemo("Comunicazioni della Dirigente", NaturaPunto.SENZA_VOTO),
        PuntoDemo(
            "Proposta di variazioni al Programma annuale 2024",
            NaturaPunto.DELIBERA,
            "di proporre al Consiglio di destinare ai laboratori € 3.400,00 dell’avanzo",
        ),
        PuntoDemo("Varie ed eventuali", NaturaPunto.VARIE),
    ),
    istante(date(2024, 5, 2), 10),
    {SEDUTE: 4},
)
IN_CORSO = DaTenere(
    istante(OGGI, 9),
    LUOGO,
    (
        PuntoDemo("Comunicazioni della Dirigente", NaturaPunto.SENZA_VOTO),
        PuntoDemo(
            "Proposta per l’uso dei locali nei mesi estivi",
            NaturaPunto.DELIBERA,
            "di proporre al Consiglio di concedere la palestra dell’ITCG al centro estivo",
        ),
        PuntoDemo("Conto consuntivo 2023: relazione al Consiglio", NaturaPunto.DELIBERA),
        PuntoDemo("Varie ed eventuali", NaturaPunto.VARIE),
    ),
    istante(date(2024, 5, 29), 10),
)
ILLUSTRATE = (
    "La DSGA illustra le variazioni: l’avanzo viene dai laboratori non fatti nell’anno passato. "
    "Il rappresentante dei genitori chiede che si comincino in ottobre."
)
RILIEVO = "Ho chiesto che i laboratori comincino entro il 15 ottobre: la data non è scritta."


def popola(istituto: Istituto) -> None:
    """Held in May, open this morning, waiting for a signature, still a draft."""
    giunta = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.GIUNTA)
    dirigente, dsga = _di(giunta, Componente.DIRIGENTE), _di(giunta, Componente.ATA)
    _tenuta(giunta, dirigente, dsga)
    _in_corso(giunta, dirigente, dsga)
    _alla_firma(giunta, dsga)
    _bozza(giunta, dsga)
    gia_partiti(istituto, "convocazioni.")
    gia_partiti(istituto, "verbali.")


def _di(giunta: OrganoCollegiale, componente: Componente) -> Persona:
    """Who sits by right for this component."""
    righe = giunta.mandati.filter(componente=componente, titolo="di_diritto", al=None)
    return righe.select_related("persona__istituto")[0].persona


def _tenuta(giunta: OrganoCollegiale, dirigente: Persona, dsga: Persona) -> None:
    """Closed, and its minutes before the members: a parent has remarked."""
    seduta = sala.convocata(giunta, dsga, TENUTA)
    sala.apre(
        seduta, istante(MAGGIO, 15, 5), presiede=dirigente, verbalizza=dsga,
        dentro=sala.presenti(seduta),
    )  # fmt: skip
    primo, secondo, terzo = seduta.punti.order_by("ordine")
    _tratta(dsga, primo, istante(MAGGIO, 15, 10), "Le prove INVALSI si sono concluse.")
    sala.vota(dsga, secondo, istante(MAGGIO, 15, 25), (5, 0, 1), discusso=ILLUSTRATE)
    _tratta(dsga, terzo, istante(MAGGIO, 15, 50), "Nessuno chiede la parola.")
    fine = istante(MAGGIO, 16)
    aula.chiudi_seduta(autore=compi(dsga, fine), adesso=fine, seduta_id=seduta.pk)
    verbale = Verbale.objects.get(istituto=giunta.istituto, seduta=seduta)
    letta = istante(date(2024, 5, 13), 12)
    metti_in_lettura(autore=compi(dsga, letta), adesso=letta, verbale_id=verbale.pk)
    genitore = giunta.mandati.select_related("persona__istituto").get(
        componente=Componente.GENITORI
    )
    sera = istante(date(2024, 5, 16), 21)
    presenta_rilievo(
        autore=compi(genitore.persona, sera), adesso=sera, verbale_id=verbale.pk, testo=RILIEVO,
        punto_id=secondo.pk,
    )  # fmt: skip


def _tratta(chi: Persona, punto: Punto, alle: datetime, testo: str) -> None:
    sala.discute(chi, punto, alle, testo)
    aula.concludi_punto(
        autore=compi(chi, alle), adesso=alle, punto_id=punto.pk, esito=EsitoPunto.TRATTATO
    )


def _in_corso(giunta: OrganoCollegiale, dirigente: Persona, dsga: Persona) -> None:
    """The second item is being voted by name: nobody has answered yet."""
    seduta = sala.convocata(giunta, dsga, IN_CORSO)
    sala.apre(
        seduta, istante(OGGI, 9, 4), presiede=dirigente, verbalizza=dsga,
        dentro=sala.presenti(seduta),
    )  # fmt: skip
    primo, secondo = seduta.punti.order_by("ordine")[:2]
    _tratta(dsga, primo, istante(OGGI, 9, 10), "Gli scrutini cominciano venerdì 7 giugno.")
    alle = istante(OGGI, 9, 30)
    sala.discute(dsga, secondo, alle)
    apri_votazione(
        autore=compi(dsga, alle), adesso=alle, punto_id=secondo.pk,
        genere=GenereVotazione.PROPOSTA, forma=FormaVotazione.PALESE,
        modo=ModoVotazione.NOMINALE, testo=secondo.testo_proposto,
    )  # fmt: skip


def _prepara(
    giunta: OrganoCollegiale, dsga: Persona, quando: datetime, alle: datetime, *titoli: str
) -> Seduta:
    autore = compi(dsga, alle)
    seduta = prepara_seduta(
        autore=autore, adesso=alle, organo_id=giunta.pk, inizio_previsto=quando, luogo=LUOGO
    )
    for titolo in titoli:
        aggiungi_punto(autore=autore, adesso=alle, seduta_id=seduta.pk, titolo=titolo)
    return seduta


def _alla_firma(giunta: OrganoCollegiale, dsga: Persona) -> None:
    """The notice waits for the dirigente; the minutes of May are on its agenda by themselves."""
    alle = istante(OGGI, 8, 45)
    seduta = _prepara(
        giunta, dsga, istante(date(2024, 6, 19), 15), alle,
        "Proposta di Programma delle visite d’istruzione 2024/25", "Varie ed eventuali",
    )  # fmt: skip
    seduta.refresh_from_db()
    manda_alla_firma(
        autore=compi(dsga, alle), adesso=alle, seduta_id=seduta.pk, versione=seduta.versione
    )


def _bozza(giunta: OrganoCollegiale, dsga: Persona) -> None:
    """Still being written: one paper is on file, another is awaited."""
    alle = istante(OGGI, 9, 25)
    seduta = _prepara(
        giunta, dsga, istante(date(2024, 7, 4), 11), alle,
        "Contributo volontario delle famiglie 2024/25", "Acquisto di arredi per la sede IPIA",
    )  # fmt: skip
    autore, punti = compi(dsga, alle), seduta.punti.order_by("ordine")
    relazione = carta(autore, alle, "Relazione sul contributo", 2)
    for punto, dati in zip(
        punti,
        (
            DatiAllegato(titolo="Relazione sul contributo", file=relazione),
            DatiAllegato(titolo="Preventivi", atteso_entro=date(2024, 6, 28)),
        ),
        strict=True,
    ):
        allega(autore=autore, adesso=alle, punto_id=punto.pk, dati=dati)
