"""Who does not come and says nothing: the notice, then the withdrawal by office (art. 8)."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.parole import elenco
from patto_formativo.documents import frequenza as carte
from patto_formativo.enums import GenereAvviso, StatoCorsista
from patto_formativo.models import AvvisoAssenza, Corsista
from patto_formativo.queries.frequenza.silenzi import SilenzioDi, silenzio_di
from patto_formativo.queries.patti.firme import responsabili_di
from patto_formativo.queries.regole import regole
from patto_formativo.rules.silenzio import ART_8, ART_9, Passo, Silenzio, giudica_silenzio
from patto_formativo.services.corsisti import blocca_corsista
from patto_formativo.services.frequenza.carte import avverti, emetti
from patto_formativo.services.patti.chiusura import chiudi_versioni, esce_dai_gruppi

UN_GIORNO = timedelta(days=1)
MOTIVO_RITIRO = "Ritiro d’ufficio: assenza senza comunicazioni (capo III, art. 8)"
DETTO = {
    GenereAvviso.ASSENZA: "Non risulti a lezione da tempo. Leggi la comunicazione della scuola e "
    "facci avere tue notizie.",
    GenereAvviso.MINORE: "C’è una comunicazione della scuola su un’assenza. Leggila e mettiti in "
    "contatto con la segreteria.",
}
RITIRATO = "La scuola ha disposto il ritiro d’ufficio. Leggi il decreto."


@transaction.atomic
def manda_avviso(*, autore: Contesto, adesso: datetime, corsista_id: int) -> AvvisoAssenza:
    """Write to who is silent, or to who answers for a minor, as the rules say today.

    Of the office and the direction: protocol, paper, mail. Raises AttoRifiutato when it is not
    time, when nobody directs the institute, when nobody answers for the minor.
    """
    corsista, silenzio = _blocca(autore, corsista_id)
    if silenzio.passo not in (Passo.AVVISARE, Passo.SEGNALARE):
        raise _non_ora(silenzio)
    minore = silenzio.passo == Passo.SEGNALARE
    genere = GenereAvviso.MINORE if minore else GenereAvviso.ASSENZA
    a = _responsabili(autore, corsista) if minore else [corsista.persona]
    nomi = [chi.nome_e_cognome for chi in a]
    assenza = _assenza(autore, corsista, silenzio)
    oggetto = carte.DEL_MINORE if minore else carte.PRIMA_DEL_RITIRO

    def scrive(emissione: carte.Emissione) -> carte.Carta:
        if minore:
            return carte.a_chi_risponde(assenza, nomi, emissione)
        return carte.all_adulto(assenza, emissione)

    documento = emetti(
        autore=autore, adesso=adesso, tipo=carte.TIPO_AVVISO, oggetto=oggetto,
        corrispondente=elenco(nomi), corsista=corsista, scrive=scrive,
    )  # fmt: skip
    avviso = AvvisoAssenza.objects.create(
        istituto=autore.istituto, corsista=corsista, genere=genere.value, giorno=autore.oggi,
        perche=[asdict(motivo) for motivo in silenzio.giudizio.perche], documento=documento,
        protocollo=documento.protocollo, mandato_da=autore.persona, mandato_il=adesso,
    )  # fmt: skip
    avverti(
        autore=autore, adesso=adesso, documento=documento, corsista=corsista, a=a,
        testo=DETTO[genere],
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, oggetto=avviso, dati={"corsista": corsista.pk},
        azione="segnala assenza di minore" if minore else "avvisa chi è assente",
    )  # fmt: skip
    return avviso


@transaction.atomic
def ritira_d_ufficio(*, autore: Contesto, adesso: datetime, corsista_id: int) -> Corsista:
    """Withdraw an adult who was warned and gave no sign: path, agreement and groups are closed.

    Of the direction: decree, protocol, mail. Raises AttoRifiutato without a notice, before its
    days are over, and always for a minor.
    """
    corsista, silenzio = _blocca(autore, corsista_id)
    avviso = silenzio.avviso
    if silenzio.passo != Passo.RITIRARE or avviso is None:
        raise _non_ora(silenzio)
    mesi = regole(autore.istituto.pk, autore.oggi).mesi_silenzio
    assenza = carte.Assenza(
        corsista, silenzio.ultimo.giorno, silenzio.perse, silenzio.fino_al, mesi.fonte
    )
    documento = emetti(
        autore=autore, adesso=adesso, tipo=carte.TIPO_DECRETO,
        oggetto=carte.RITIRO,
        corrispondente=corsista.persona.nome_e_cognome, corsista=corsista,
        scrive=lambda emissione: carte.decreto(assenza, avviso, emissione),
    )  # fmt: skip
    corsista.stato, corsista.chiuso_il = StatoCorsista.RITIRATO.value, autore.oggi
    corsista.motivo_chiusura, corsista.documento_chiusura = MOTIVO_RITIRO, documento
    corsista.save(update_fields=["stato", "chiuso_il", "motivo_chiusura", "documento_chiusura"])
    chiudi_versioni(autore=autore, adesso=adesso, corsista=corsista)
    esce_dai_gruppi(autore=autore, adesso=adesso, corsista=corsista)
    avverti(
        autore=autore, adesso=adesso, documento=documento, corsista=corsista, a=[corsista.persona],
        testo=RITIRATO,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="ritira d’ufficio", oggetto=corsista,
        dati={"avviso": avviso.pk, "documento": documento.pk},
    )  # fmt: skip
    return corsista


def _blocca(autore: Contesto, corsista_id: int) -> tuple[Corsista, SilenzioDi]:
    corsista = blocca_corsista(autore, corsista_id)
    silenzio = silenzio_di(corsista, autore.oggi)
    if silenzio is None:
        raise rifiuta("non_iscritto", "Il percorso è già chiuso.", ART_8)
    return corsista, silenzio


def _non_ora(silenzio: SilenzioDi) -> AttoRifiutato:
    """Why this step is not the one of today: the words of the judgement."""
    if silenzio.segnalato:
        return rifiuta("gia_segnalato", "L’assenza è già stata segnalata.", ART_9)
    if not silenzio.perse:
        testo = "Dopo l’ultimo segno non ci sono lezioni perse: non è un’assenza."
        fonte = ART_9 if silenzio.minore else ART_8
        return rifiuta("nessuna_lezione_persa", testo, fonte)
    return AttoRifiutato([Violazione(m.regola, m.testo, m.fonte) for m in silenzio.giudizio.perche])


def _responsabili(autore: Contesto, corsista: Corsista) -> list[Persona]:
    adulti = responsabili_di(corsista, autore.oggi)
    if not adulti:
        testo = "Non risulta chi ne ha la responsabilità: prima scrivilo fra le persone."
        raise rifiuta("senza_responsabile", testo, ART_9)
    return adulti


def _assenza(autore: Contesto, corsista: Corsista, silenzio: SilenzioDi) -> carte.Assenza:
    """What the notice says: the last day to give a sign is counted from today."""
    della_scuola = regole(autore.istituto.pk, autore.oggi)
    dopo = giudica_silenzio(
        Silenzio(silenzio.ultimo.giorno, autore.oggi, silenzio.prima_persa),
        nascita=corsista.nascita, oggi=autore.oggi, mesi=della_scuola.mesi_silenzio,
        attesa=della_scuola.attesa_avviso,
    )  # fmt: skip
    return carte.Assenza(
        corsista, silenzio.ultimo.giorno, silenzio.perse, dopo.dal - UN_GIORNO,
        della_scuola.mesi_silenzio.fonte,
    )  # fmt: skip
