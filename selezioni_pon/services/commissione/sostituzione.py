"""A member leaves the commission, and somebody else takes the place."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Commissario, Commissione
from selezioni_pon.queries.commissione.lavori import lavori, membri
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules import commissione as rules
from selezioni_pon.rules.fonti import CONFLITTO
from selezioni_pon.rules.lavori import motivo_letto
from selezioni_pon.services.commissione.blocco import blocca_aperta
from selezioni_pon.services.commissione.carta import prepara_sostituzione
from selezioni_pon.services.commissione.dati import DatiSostituzione
from selezioni_pon.services.commissione.inviti import avverti
from selezioni_pon.services.commissione.nomina import persone_nominabili
from selezioni_pon.services.commissione.organo import fa_lasciare, fa_sedere


@transaction.atomic
def sostituisce_commissario(
    *, autore: Contesto, adesso: datetime, avviso_id: int, dati: DatiSostituzione
) -> Commissario:
    """Put another in the place of a member, with the reason and the act: who directs may.

    A substitute of the commission, or somebody new; the place is that of who leaves, the chair
    included. What was decided together stays. Its act is printed under a protocol number. Raises
    AttoRifiutato.
    """
    commissione = blocca_aperta(autore, avviso_id)
    righe = membri(commissione)
    esce = next((una for una in righe if una.pk == dati.esce_id), None)
    if esce is None or esce.supplente or esce.cessato_il is not None:
        testo = "Chi vuoi sostituire non siede più nella commissione."
        raise rifiuta("non_siede", testo, "", "esce")
    esigi(motivo_letto(dati.motivo))
    entra = _chi_entra(autore, commissione, righe, dati.entra_id)
    _esigi_regolare(adesso, commissione, righe, esce, entra)
    esce.cessato_il, esce.motivo_cessazione = adesso, dati.motivo.strip()
    esce.save(update_fields=["cessato_il", "motivo_cessazione"])
    fa_lasciare(autore, adesso, commissione.organo_id, esce.persona_id, dati.atto.strip())
    entra.supplente, entra.presidente, entra.subentra_a = False, esce.presidente, esce
    entra.save()
    fa_sedere(
        autore, adesso, commissione.organo_id, entra.persona, presidente=entra.presidente,
        atto=dati.atto.strip(),
    )  # fmt: skip
    documento = prepara_sostituzione(autore, adesso, commissione, entra, dati.atto.strip())
    annota(
        autore=autore, adesso=adesso, azione="sostituisce commissario", oggetto=commissione,
        dati={
            "esce": esce.pk, "entra": entra.pk, "atto": dati.atto.strip(),
            "documento": documento.pk,
        },
    )  # fmt: skip
    avverti(commissione, [entra.persona], adesso)
    return entra


def _chi_entra(
    autore: Contesto, commissione: Commissione, righe: list[Commissario], persona_id: int
) -> Commissario:
    """The row of who takes the place: that of a substitute, or a new one."""
    sua = next((una for una in righe if una.persona_id == persona_id), None)
    persona = persone_nominabili(autore, commissione.avviso, (persona_id,))[persona_id]
    if sua is None:
        return Commissario(istituto=autore.istituto, commissione=commissione, persona=persona)
    if sua.cessato_il is not None:
        testo = f"{persona.nome_e_cognome} ha già lasciato questa commissione."
        raise rifiuta("gia_cessato", testo, CONFLITTO, "entra")
    if not sua.supplente:
        testo = f"{persona.nome_e_cognome} siede già in questa commissione."
        raise rifiuta("siede_gia", testo, "", "entra")
    return sua


def _esigi_regolare(
    adesso: datetime,
    commissione: Commissione,
    righe: list[Commissario],
    esce: Commissario,
    entra: Commissario,
) -> None:
    """The commission as it becomes is one that could be named."""
    avviso = commissione.avviso
    if avviso.scade is None:
        raise ValueError("la commissione è di un avviso pubblicato, che ha il suo termine")
    ora = lavori(commissione, righe)
    fuori = {str(esce.persona_id), str(entra.persona_id)}
    nuovo = rules.Commissario(
        str(entra.persona_id), entra.persona.nome_e_cognome, presidente=esce.presidente
    )
    dopo = (nuovo, *(membro for membro in ora.membri if membro.id not in fuori))
    nomina = rules.Nomina(dopo, adesso, avviso.scade, ora.candidati)
    esigi(rules.verifica_nomina(nomina, regole_di(avviso).commissione))
