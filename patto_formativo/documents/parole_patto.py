"""From the rows of an approved version to the words of its paper."""

from datetime import date
from fractions import Fraction

from django.utils import timezone

from cpia.atti import carta
from cpia.atti.rules import data_estesa, etichetta_protocollo
from cpia.scuola.parole import elenco
from patto_formativo.documents.cortesia import riassunto
from patto_formativo.documents.ore_patto import assi, equazione
from patto_formativo.documents.parole import nome_detto, protocollo_detto
from patto_formativo.documents.patto import (
    Commissione,
    ContestoPatto,
    Cortesia,
    FirmaSuCarta,
    PersonaDelPatto,
    UnitaSuCarta,
)
from patto_formativo.enums import Cittadinanza, GenereOfferta, Lingua, Percorso
from patto_formativo.models import Corsista, UnitaDelPatto, Versione
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.patti.fatti import anni_di, fatti_di
from patto_formativo.queries.patti.firme import responsabili_di
from patto_formativo.queries.patti.piano import misure_della, unita_di
from patto_formativo.queries.regole import regole
from patto_formativo.queries.testi import mediatore
from patto_formativo.rules.fatti import Fatti
from patto_formativo.rules.firme import Parte, firme_richieste
from patto_formativo.rules.misure import in_cifre

SEDE_RISERVATA = "comunicata a parte"


def contesto_patto(versione: Versione, *, codice_verifica: str) -> ContestoPatto:
    """The words of a version on the day on which it is approved.

    Raises ValueError without the day of birth or the protocol: the act asks for them first.
    """
    corsista, protocollo = versione.patto.corsista, versione.protocollo
    if protocollo is None or corsista.persona.data_nascita is None:
        raise ValueError("il patto riporta la nascita e il numero di registrazione")
    giorno = timezone.localdate(protocollo.registrato_il)
    limiti, unita = regole(versione.istituto_id, giorno), unita_di(versione)
    misure = misure_della(versione)
    fatti = fatti_di(versione, giorno, unita=unita, limiti=limiti)
    sede = corsista.offerta.sede
    istituto = versione.istituto
    return ContestoPatto(
        istituto=carta.intestazione(istituto, None if sede.riservata else sede),
        registrazione=protocollo_detto(protocollo),
        luogo_e_data=f"{istituto.comune}, {data_estesa(giorno)}",
        numero=versione.numero,
        motivo=versione.motivo,
        persona=_persona(corsista, corsista.persona.data_nascita),
        percorso=GenereOfferta(corsista.offerta.genere).etichetta,
        sede=SEDE_RISERVATA if sede.riservata else sede.nome,
        tutor=nome_detto(corsista.tutor),
        anni=tuple(anni_di(versione)),
        assi=assi(Percorso(corsista.offerta.genere), misure),
        equazione=equazione(corsista, misure, fatti, limiti),
        unita=tuple(_unita(riga) for riga in unita),
        in_presenza=in_cifre(misure.psp - fatti.a_distanza),
        a_distanza=in_cifre(fatti.a_distanza),
        quando=versione.quando,
        note=versione.note,
        altro_istituto=_altro(versione),
        commissione=_commissione(versione),
        firme=_firme(versione, giorno),
        cortesia=_cortesia(versione, fatti),
        verifica=carta.verifica(istituto, codice_verifica),
        certificato=_certificato(corsista),
    )


def _certificato(corsista: Corsista) -> str:
    """The number of the certificate of the credits, which goes with the agreement."""
    certificato = certificato_di(corsista)
    if certificato is None or certificato.protocollo is None:
        return ""
    giorno = timezone.localdate(certificato.protocollo.registrato_il)
    return etichetta_protocollo(certificato.protocollo.numero, giorno)


def _persona(corsista: Corsista, nascita: date) -> PersonaDelPatto:
    persona, domanda = corsista.persona, corsista.domanda
    cittadinanza = Cittadinanza(domanda.cittadinanza)
    return PersonaDelPatto(
        cognome=persona.cognome,
        nome=persona.nome,
        sesso=persona.sesso,
        data_nascita=nascita,
        luogo_nascita=persona.luogo_nascita,
        codice_fiscale=persona.codice_fiscale or "",
        cittadinanza=domanda.stato_cittadinanza or cittadinanza.etichetta,
    )


def _unita(riga: UnitaDelPatto) -> UnitaSuCarta:
    return UnitaSuCarta(
        titolo=riga.titolo,
        competenze=", ".join(map(_codice, riga.competenze)),
        ore=in_cifre(Fraction(riga.ore)),
        a_distanza=in_cifre(Fraction(riga.a_distanza)) if riga.a_distanza else "",
        fruizione=riga.fruizione,
        prova=riga.prova,
    )


def _codice(competenza: str) -> str:
    """``C1``; the names of the competences of Italian are words."""
    return competenza.replace("_", " ")


def _altro(versione: Versione) -> str:
    altro = versione.patto.altro_istituto
    return altro.denominazione if altro else ""


def _commissione(versione: Versione) -> Commissione:
    seduta, delibera = versione.seduta, versione.delibera
    tenuta = seduta and (seduta.aperta_il or seduta.inizio_previsto)
    return Commissione(
        sezione=versione.sezione.nome if versione.sezione else "",
        seduta=f"n. {seduta.numero} del {data_estesa(timezone.localdate(tenuta))}"
        if seduta and tenuta
        else "",
        delibera=f"n. {delibera.numero} del {data_estesa(timezone.localdate(delibera.adottata_il))}"
        if delibera
        else "",
        presidente=nome_detto(seduta.presiede if seduta else None),
    )


def _firme(versione: Versione, giorno: date) -> tuple[FirmaSuCarta, ...]:
    corsista = versione.patto.corsista
    nascita = corsista.persona.data_nascita
    if nascita is None:
        return ()
    nomi = {
        Parte.ADULTO: corsista.persona.nome_e_cognome,
        Parte.RESPONSABILE: elenco(p.nome_e_cognome for p in responsabili_di(corsista, giorno)),
        Parte.SCUOLA: nome_detto(corsista.tutor),
    }
    return tuple(
        FirmaSuCarta(r.parte.etichetta, nomi[r.parte], f"{r.perche.testo} {r.perche.fonte}")
        for r in firme_richieste(nascita, giorno)
    )


def _cortesia(versione: Versione, fatti: Fatti) -> Cortesia:
    lingua = Lingua(versione.patto.corsista.lingua)
    parole = riassunto(lingua, fatti, mediatore(versione.istituto_id, lingua))
    return Cortesia(
        lingua=lingua.value,
        nome=lingua.etichetta,
        direzione=parole.direzione,
        titolo=parole.titolo,
        frasi=parole.frasi,
        nota=parole.nota,
    )
