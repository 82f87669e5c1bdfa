"""What a call tells of the data of whoever applies (Regolamento (UE) 2016/679, art. 13)."""

from datetime import date
from typing import Final

from django.conf import settings
from django.urls import reverse

from cpia.norme.queries import parametri
from cpia.scuola.models import Istituto
from selezioni_pon.documents.articoli import Articolo, Punto, paragrafi
from selezioni_pon.enums import Pubblicazione

NON_INDICATO: Final = "non indicato"
INFORMATIVA: Final = "Regolamento (UE) 2016/679, art. 13"
BASE: Final = "Regolamento (UE) 2016/679, art. 6 par. 1 lett. c) ed e); D.Lgs. 196/2003, art. 2-ter"
DIRITTI: Final = "Regolamento (UE) 2016/679, artt. 15-22 e 77"


def privacy(istituto: Istituto, pubblicata: Pubblicazione, oggi: date) -> Articolo:
    """The notice on the data. One query."""
    return Articolo(
        "Trattamento dei dati personali",
        paragrafi=(
            Punto(
                f"Titolare del trattamento è {istituto.denominazione}.{_rpd(istituto.pk, oggi)}",
                INFORMATIVA,
            ),
            Punto(
                "I dati servono solo a questa selezione e agli incarichi che ne nascono: senza, la "
                "domanda non si può valutare.",
                BASE,
            ),
            *paragrafi(
                "Li vedono il dirigente, gli uffici e la commissione, ognuno per la sua parte; "
                f"all’albo vanno {pubblicata.etichetta}. Si conservano per il tempo che la norma "
                "sugli archivi delle scuole prevede. Nessuna decisione è presa soltanto da una "
                "macchina."
            ),
            Punto(
                "Chi si candida può chiedere di vedere i propri dati, di correggerli, di "
                "limitarne l’uso o di cancellarli quando la legge lo consente, e può rivolgersi "
                f"al Garante. L’informativa intera è alla pagina {_pagina(istituto)}.",
                DIRITTI,
            ),
        ),
    )


def _rpd(istituto_id: int, oggi: date) -> str:
    """Who watches over the data, as the regulations of the school say today; or nothing."""
    valori = parametri(istituto_id, "sito.rpd", oggi).values()
    noti = [testo for uno in valori if (testo := uno.come(str)) != NON_INDICATO]
    return f" Responsabile della protezione dei dati: {', '.join(noti)}." if noti else ""


def _pagina(istituto: Istituto) -> str:
    return f"{settings.PORTALE_URL}{reverse('privacy', args=[istituto.slug])}"
