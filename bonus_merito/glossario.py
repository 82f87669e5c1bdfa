"""The words that the register has for criteria, procedure, requests, assessment and acts."""

from collections.abc import Iterable

from bonus_merito.enums import (
    EsitoIstanza,
    FonteRisorse,
    Gruppo,
    Metodo,
    Pubblicazione,
    StatoProcedura,
    StatoRichiesta,
    TipoIstanza,
)
from cpia.norme.enums import Voce

AZIONI: dict[str, str] = {
    # criteria and money
    "prepara criteri del bonus": "ha preparato una versione dei criteri del bonus",
    "scrive criteri del bonus": "ha scritto titolo e livelli dei criteri del bonus",
    "scrive regolamento dei criteri": "ha scritto precondizioni e regolamento dei criteri",
    "scrive area dei criteri": "ha scritto un’area dei criteri del bonus",
    "scrive criterio del bonus": "ha scritto un criterio del bonus",
    "toglie criterio del bonus": "ha tolto un criterio del bonus",
    "sposta criterio del bonus": "ha cambiato l’ordine dei criteri del bonus",
    "elimina bozza dei criteri": "ha eliminato una bozza dei criteri del bonus",
    "prepara documento dei criteri": "ha preparato il documento dei criteri del bonus",
    "adotta criteri del bonus": "ha registrato l’adozione dei criteri del bonus",
    "sostituisce criteri del bonus": "ha sostituito i criteri del bonus",
    "pubblica criteri del bonus": "ha pubblicato i criteri del bonus",
    "scrive fondo del bonus": "ha scritto il fondo del bonus",
    # procedure
    "prepara procedura del bonus": "ha preparato la procedura del bonus",
    "apre procedura del bonus": "ha aperto le richieste del bonus",
    "proroga termine del bonus": "ha spostato il termine delle richieste del bonus",
    "chiude richieste del bonus": "ha chiuso le richieste del bonus",
    "procede d’ufficio al bonus": "ha proceduto d’ufficio, senza richieste",
    "corregge personale di ruolo": "ha corretto quanti sono di ruolo, per il bonus",
    "annulla procedura del bonus": "ha annullato la procedura del bonus",
    # request
    "comincia richiesta del bonus": "ha cominciato la richiesta del bonus",
    "sceglie gruppo del bonus": "ha scelto il gruppo in cui insegna",
    "scrive gruppo d’ufficio del bonus": "ha scritto il gruppo di una riga d’ufficio",
    "scrive attività del bonus": "ha scritto un’attività della griglia",
    "toglie attività del bonus": "ha tolto un’attività dalla griglia",
    "aggiunge prova del bonus": "ha aggiunto una prova a un’attività",
    "toglie prova del bonus": "ha tolto una prova da un’attività",
    "legge prova del bonus": "ha letto la prova di un’attività",
    "invia richiesta del bonus": "ha inviato la richiesta del bonus",
    "riapre richiesta del bonus": "ha ripreso la richiesta del bonus per cambiarla",
    "ritira richiesta del bonus": "ha ritirato la richiesta del bonus",
    # office
    "scrive requisiti del bonus": "ha controllato i requisiti per il bonus",
    "legge requisiti del bonus": "ha letto i requisiti per il bonus",
    # assessment
    "giudica attività del bonus": "ha giudicato un’attività della griglia",
    "scrive valutazione del bonus": "ha scritto la valutazione per il bonus",
    "completa valutazione del bonus": "ha completato la valutazione per il bonus",
    "riapre valutazione del bonus": "ha ripreso la valutazione per il bonus",
    "decide parità del bonus": "ha deciso una parità sul limite dei beneficiari",
    # acts
    "decreta bonus": "ha decretato l’assegnazione del bonus",
    "pubblica esito del bonus": "ha pubblicato l’esito del bonus",
    "rettifica procedura del bonus": "ha annullato il decreto del bonus per giudicare di nuovo",
    "archivia bonus": "ha archiviato la procedura del bonus",
    "presenta istanza sul bonus": "ha presentato un’istanza sull’esito del bonus",
    "risponde a istanza sul bonus": "ha risposto a un’istanza sull’esito del bonus",
}
CAMPI: dict[str, str] = {
    "da": "",
    "area": "area",
    "criterio": "",
    "indicatore": "",
    "criteri": "",
    "fondo": "",
    "procedura": "",
    "richiesta": "",
    "attivita": "",
    "prova": "",
    "requisiti": "",
    "valutazione": "",
    "istanza": "",
    "delibera": "",
    "decreto": "",
    "prospetto": "",
    "documento": "",
    "protocollo": "",
    "pubblicazione": "",
    "forma": "forma",
    "metodo": "metodo",
    "fonte": "chi decide",
    "gruppo": "gruppo",
    "chiesto": "che cosa",
    "risposto": "esito",
    "stato": "stato",
    "scade": "si chiede entro",
    "persone": "persone",
    "in_servizio": "di ruolo in servizio",
    "beneficiari": "beneficiari",
}


def _parole(*voci: Iterable[Voce]) -> dict[str, str]:
    return {voce.value: voce.etichetta for tutte in voci for voce in tutte}


VALORI: dict[str, dict[str, str]] = {
    "forma": _parole(Pubblicazione),
    "metodo": _parole(Metodo),
    "fonte": _parole(FonteRisorse),
    "gruppo": _parole(Gruppo),
    # Not «tipo» nor «esito»: other apps have words of their own for those.
    "chiesto": _parole(TipoIstanza),
    "risposto": _parole(EsitoIstanza),
    "stato": _parole(StatoProcedura, StatoRichiesta),
}
