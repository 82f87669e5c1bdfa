"""The posts given: who directs proposes and decides, the office writes, each reads the own."""

from tests.accessi.mondo_selezioni import DIRIGENTE, PERSONALE, PREPARANO, UFFICIO, di_selezioni
from tests.accessi.mondo_selezioni_incarichi import TITOLARE
from tests.accessi.voce import TUTTI, Oggetto, Voce

AVVISO = di_selezioni(lambda s: s.incarichi.avviso)
PROPOSTA = di_selezioni(lambda s: s.incarichi.proposta)
ACCETTATA = di_selezioni(lambda s: s.incarichi.accettata)
EMESSO = di_selezioni(lambda s: s.incarichi.emesso)
CONTRATTO = di_selezioni(lambda s: s.incarichi.contratto)


def _prepara(metodi: str, oggetto: Oggetto) -> Voce:
    # Of what others were offered, and hold, the staff does not even know.
    return Voce(metodi, si=PREPARANO, no=TITOLARE, oggetto=oggetto)


def _dirige(metodi: str, oggetto: Oggetto) -> Voce:
    return Voce(metodi, si=DIRIGENTE, no=UFFICIO | TITOLARE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:incarichi_avviso": Voce("GET", si=PREPARANO, no=PERSONALE, oggetto=AVVISO),
    "selezioni:incarichi_proponi": Voce(
        "GET POST", si=DIRIGENTE, no=UFFICIO | PERSONALE, oggetto=AVVISO
    ),
    "selezioni:proposta": Voce("GET POST", si=TITOLARE, no=PREPARANO, oggetto=PROPOSTA),
    "selezioni:proposta_registra": _prepara("GET POST", PROPOSTA),
    "selezioni:proposta_scaduta": _dirige("GET POST", PROPOSTA),
    "selezioni:proposta_cessa": _dirige("GET POST", ACCETTATA),
    "selezioni:incarico_scrivi": _prepara("GET POST", ACCETTATA),
    "selezioni:incarichi": Voce("GET", si=PREPARANO, no=PERSONALE),
    "selezioni:incarico": Voce("GET", si=PREPARANO | TITOLARE, oggetto=CONTRATTO),
    "selezioni:incarico_pdf": _prepara("POST", CONTRATTO),
    "selezioni:incarico_emetti": _dirige("GET POST", EMESSO),
    "selezioni:incarico_annulla": _dirige("GET POST", EMESSO),
    "selezioni:incarico_firma": _prepara("GET POST", EMESSO),
    "selezioni:incarico_pubblica": _prepara("GET POST", CONTRATTO),
    "selezioni:incarico_comunica": _prepara("GET POST", CONTRATTO),
    "selezioni:incarico_compensi": _prepara("GET POST", CONTRATTO),
    "selezioni:incarico_proroga": _dirige("GET POST", CONTRATTO),
    "selezioni:incarico_verifica": _dirige("GET POST", CONTRATTO),
    "selezioni:incarico_prova": _dirige("POST", CONTRATTO),
    "selezioni:incarichi_conferiti": Voce("GET", si=TUTTI, pubblica=True),
    "selezioni:curriculum": Voce("GET", si=TUTTI, pubblica=True, oggetto=CONTRATTO),
}
