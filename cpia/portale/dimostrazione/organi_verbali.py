"""The minutes of the demo: those of 2018 from their paper, and the last ones, in reading."""

from datetime import date, datetime
from typing import Any

from cpia.portale.dimostrazione import organi_appello
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.enums import Componente, EsitoRilievo
from organi_collegiali.models import (
    Convocato,
    Dichiarazione,
    OrganoCollegiale,
    Punto,
    Seduta,
    Sospensione,
)
from organi_collegiali.services.verbali.lettura_verbali import (
    decidi_rilievo,
    metti_in_lettura,
    presenta_rilievo,
)
from organi_collegiali.services.verbali.storici import carica_verbale_storico
from organi_collegiali.services.verbali.verbali import apri_verbale
from organi_collegiali.storici import verbale_storico

STORICO = "ic-pinocchio-montesicuro-14"
IN_LETTURA = 21
OGGI = date(2024, 6, 5)
CARICATO_IL = istante(date(2024, 5, 3), 9)
NOTE = {
    1: "La presidente chiede se ci sono osservazioni sul verbale già mandato ai consiglieri. Non "
    "ce ne sono.",
    2: "Il dirigente illustra le variazioni, dovute ai contributi del Comune per la mensa e per il "
    "trasporto.\n\n| Voce | Importo |\n| --- | --- |\n| Contributo per la mensa | 1.250,00 |\n"
    "| Contributo per il trasporto | 980,40 |",
    3: "Si chiarisce che le uscite di un solo giorno restano autorizzate dal dirigente.",
    4: "La discussione riguarda gli orari del sabato. La presidente propone di sentire le "
    "associazioni prima dell’estate.",
    5: "Si confrontano i posti disponibili con le domande degli ultimi tre anni.",
}
DETTATO = (
    "Voto contro perché il criterio dei due posti non tiene conto delle famiglie in cui entrambi "
    "i genitori lavorano fuori comune."
)
CORREGGERE = "Le associazioni vanno sentite entro il 30 giugno: la data non è scritta nelle note."
AGGIUNGERE = "Manca che ho chiesto di mettere all’ordine del giorno il servizio di pre-scuola."


def popola(istituto: Istituto) -> None:
    """Those of the school of the first cycle."""
    consiglio = OrganoCollegiale.objects.get(istituto=istituto, tipo="consiglio_istituto")
    ufficio = persone_con_ruolo(istituto.pk, Ruolo.DIRIGENTE, OGGI)[0]
    carica_verbale_storico(
        autore=compi(ufficio, CARICATO_IL),
        adesso=CARICATO_IL,
        organo=consiglio,
        dati=verbale_storico(STORICO),
    )
    _in_lettura(Seduta.objects.get(istituto=istituto, organo=consiglio, numero=IN_LETTURA))


def _in_lettura(seduta: Seduta) -> None:
    """A sitting recorded here: roll call, who came late, a pause, a statement, two remarks."""
    Seduta.objects.filter(pk=seduta.pk).update(storica=False)
    seduta.refresh_from_db()
    giorno = date(2024, 4, 22)
    membri = _appello(seduta, giorno)
    for ordine, testo in NOTE.items():
        Punto.objects.filter(istituto=seduta.istituto, seduta=seduta, ordine=ordine).update(
            discussione=testo
        )
    punto = Punto.objects.get(istituto=seduta.istituto, seduta=seduta, ordine=5)
    consigliera = _consigliera(membri)
    Dichiarazione.objects.create(
        istituto=seduta.istituto, punto=punto, persona=consigliera, testo=DETTATO,
        resa_il=istante(giorno, 18, 50), scritta_da=consigliera,
    )  # fmt: skip
    Sospensione.objects.create(
        istituto=seduta.istituto, seduta=seduta, dal=istante(giorno, 18, 30),
        al=istante(giorno, 18, 40), motivo="pausa chiesta dalla presidente",
    )  # fmt: skip
    _leggono(seduta, consigliera)


def _appello(seduta: Seduta, giorno: date) -> list[Convocato]:
    """All answer but a parent and one of the ATA, who had written; one comes later."""
    membri = organi_appello.membri(seduta)
    altri = organi_appello.senza_cariche(seduta, membri)
    assenti = organi_appello.mancano(altri, (Componente.GENITORI, Componente.ATA))
    presenti = [membro for membro in membri if membro not in assenti]
    tardi = next(m for m in reversed(altri) if m in presenti)
    organi_appello.entrano(
        presenti, istante(giorno, 17, 35), tardi=tardi, poi=istante(giorno, 17, 52)
    )
    return membri


def _consigliera(membri: list[Convocato]) -> Persona:
    """The parent with a login who holds no office."""
    return next(
        m.persona
        for m in membri
        if m.componente == Componente.GENITORI
        and m.persona.utente_id
        and not (m.mandato and m.mandato.carica)
    )


def _leggono(seduta: Seduta, consigliera: Persona) -> None:
    if seduta.verbalizza is None:
        raise ValueError("la seduta ha chi verbalizza")
    scrive, maggio = seduta.verbalizza, lambda n, ora: istante(date(2024, 5, n), ora)
    verbale = apri_verbale(**_chi(scrive, istante(date(2024, 4, 22), 19)), seduta=seduta)
    metti_in_lettura(**_chi(scrive, maggio(6, 12)), verbale_id=verbale.pk)
    punto = Punto.objects.get(istituto=seduta.istituto, seduta=seduta, ordine=4)
    accolto = presenta_rilievo(
        **_chi(consigliera, maggio(8, 21)),
        verbale_id=verbale.pk,
        testo=CORREGGERE,
        punto_id=punto.pk,
    )
    decidi_rilievo(
        **_chi(scrive, maggio(10, 9)),
        rilievo_id=accolto.pk,
        esito=EsitoRilievo.ACCOLTO,
        risposta="Aggiunta la data, come risulta dagli appunti.",
    )
    presenta_rilievo(**_chi(consigliera, maggio(20, 20)), verbale_id=verbale.pk, testo=AGGIUNGERE)


def _chi(persona: Persona, quando: datetime) -> dict[str, Any]:
    return {"autore": compi(persona, quando), "adesso": quando}
