"""The certificate of recognition, released with the dossier that it stands on."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.atti.rules import del_giorno
from cpia.atti.services import annota, protocolla
from cpia.avvisi.services import accoda
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.incarichi.rules import dal_giorno
from organi_collegiali.models import Delibera
from patto_formativo.documents.parole import delibera_detta
from patto_formativo.models import Certificato, Dossier
from patto_formativo.queries.crediti import conto_crediti
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.dossier import deliberano
from patto_formativo.rules.misure import NULLA, in_decimale, scritte
from patto_formativo.services.dossier.blocco import blocca_dossier, compiuto
from patto_formativo.services.dossier.carte import (
    ARTICOLI,
    ARTICOLO,
    prepara_certificato,
    prepara_libretto,
    sostituisci_carte,
)
from patto_formativo.services.dossier.dettaglio import dettaglio

STAMPA = "patto_formativo.stampa_certificato"


@transaction.atomic
def rilascia_certificato(
    *,
    autore: Contesto,
    adesso: datetime,
    dossier_id: int,
    versione: int | None = None,
    delibera_id: int | None = None,
    estremi: str = "",
    deliberata_il: date | None = None,
) -> Certificato:
    """Attest what was recognised, under one protocol number with the dossier; a worker prints.

    It stands on a deliberation of the section or of the Commission, taken after the valuation:
    ``delibera_id`` where the portal has it, else its words and its day (art. 4 and 11). A new
    certificate takes the place of the former. Raises AttoRifiutato without one, while a piece of
    evidence was not ascertained, or when nobody directs the institute; Conflitto.
    """
    dossier = blocca_dossier(autore, dossier_id, versione)
    if dossier.valutato_il is None:
        testo = "Prima si conclude l’identificazione e si valuta ogni evidenza."
        raise rifiuta("non_valutato", testo, ARTICOLO)
    conto = conto_crediti(dossier.corsista)
    delibera = _delibera(dossier, delibera_id)
    detta = delibera_detta(delibera) or _a_mano(dossier, estremi, deliberata_il, autore.oggi)
    protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto="Certificato di riconoscimento dei crediti, con il dossier personale",
        corrispondente="persona interessata",
        riservato=True,
    )
    vecchio = certificato_di(dossier.corsista)
    documento = prepara_certificato(
        autore, adesso, dossier=dossier, conto=conto, protocollo=protocollo, delibera=detta,
        vecchio=vecchio,
    )  # fmt: skip
    prepara_libretto(autore, adesso, dossier, conto, protocollo)
    nuovo = Certificato.objects.create(
        istituto=autore.istituto,
        dossier=dossier,
        crediti={c: scritte(in_decimale(ore)) for c, ore in conto.attestate.items()},
        ore=in_decimale(sum(conto.attestate.values(), NULLA)),
        dettaglio=[dettaglio(riga, conto) for riga in conto.righe],
        delibera=delibera,
        documento=documento,
        protocollo=protocollo,
        rilasciato_il=adesso,
        rilasciato_da=autore.persona,
    )
    if vecchio is not None:
        _sostituisci(autore, adesso, vecchio, nuovo)
    compiuto(
        autore, adesso, dossier, "rilascia certificato dei crediti", certificato=nuovo.pk,
        protocollo=protocollo.pk, delibera=delibera_id, su_delibera=detta,
    )  # fmt: skip
    _chiedi_stampa(autore, adesso, nuovo)
    return nuovo


def _delibera(dossier: Dossier, delibera_id: int | None) -> Delibera | None:
    if delibera_id is None:
        return None
    delibera = deliberano(dossier).filter(pk=delibera_id).first()
    if delibera is None:
        testo = (
            "Scegli una delibera della Commissione, o della sezione della persona, presa dopo la "
            "valutazione."
        )
        raise rifiuta("delibera", testo, ARTICOLI, "delibera")
    return delibera


def _a_mano(dossier: Dossier, estremi: str, giorno: date | None, oggi: date) -> str:
    """A deliberation that is not in the portal, in the words of the paper."""
    if not estremi:
        testo = "Scegli la delibera della sezione, o scrivine numero e organo."
        raise rifiuta("senza_delibera", testo, ARTICOLI, "estremi")
    valutato = timezone.localdate(dossier.valutato_il)
    if giorno is None or not valutato <= giorno <= oggi:
        testo = (
            f"Il dossier è valutato {dal_giorno(valutato)}: la sezione delibera da quel giorno in "
            "poi, e non nel futuro."
        )
        raise rifiuta("giorno", testo, ARTICOLI, "deliberata_il")
    return f"{estremi}, {del_giorno(giorno)}"


def _sostituisci(
    autore: Contesto, adesso: datetime, vecchio: Certificato, nuovo: Certificato
) -> None:
    vecchio.sostituito_da = nuovo
    vecchio.save(update_fields=["sostituito_da"])
    sostituisci_carte(autore, adesso, vecchio, nuovo)
    annota(
        autore=autore, adesso=adesso, azione="sostituisce certificato dei crediti",
        oggetto=vecchio, dati={"sostituito_da": nuovo.pk},
    )  # fmt: skip


def _chiedi_stampa(autore: Contesto, adesso: datetime, certificato: Certificato) -> None:
    slug, corsista = autore.istituto.slug, certificato.dossier.corsista_id
    accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=certificato.pk,
        titolo="Certificato di riconoscimento dei crediti",
        totale=2,
        indirizzo=reverse("patto:dossier", args=[slug, corsista]),
    )
