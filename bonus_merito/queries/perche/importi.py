"""The amount of one person, and why somebody has none."""

from bonus_merito.queries.perche.insieme import taglio
from bonus_merito.queries.perche.parti import Spiegazione, di_uno
from bonus_merito.queries.perche.uno import fascia
from bonus_merito.queries.righe import QuadroDiProcedura, Riga
from bonus_merito.rules.esclusioni import perche_escluso
from bonus_merito.rules.misure import in_cifre, in_euro
from bonus_merito.rules.quadro import Esito
from bonus_merito.rules.quota import perche_importo
from bonus_merito.rules.spiegazione import perche_centesimi
from cpia.scuola.parole import con_maiuscola


def importo(quadro: QuadroDiProcedura, riga: Riga) -> Spiegazione | None:
    """How the amount is reached; why there is none."""
    esito = riga.esito
    if esito is None:
        return None
    if esito.escluso:
        return esclusione(quadro, riga)
    if esito.fascia is None:
        return fascia(quadro, riga)
    if esito.importo is None:
        return taglio(quadro)
    motivi = [perche_importo(esito, quadro.quadro, quadro.regole, quadro.ragione_della_parita)]
    if quadro.quadro.beneficiari:
        motivi.append(perche_centesimi(quadro.quadro, quadro.regole))
    quanto = in_euro(esito.importo)
    risposta = f"Con quello che è registrato adesso l’importo è {quanto}."
    return Spiegazione(
        f"Perché {quanto}?", risposta, [m for m in motivi if m], _numeri_importo(esito, quadro),
        riga=riga,
    )  # fmt: skip


def _numeri_importo(esito: Esito, quadro: QuadroDiProcedura) -> list[tuple[str, str]]:
    esatta = quadro.quadro.riparto.esatte.get(esito.docente.id)
    numeri = [("Fondo", in_euro(quadro.quadro.fondo)),
              ("Beneficiari", str(len(quadro.quadro.beneficiari)))]  # fmt: skip
    if esito.fascia:
        in_fascia = len(quadro.quadro.a_testa.get(esito.fascia, ()))
        numeri.append((f"Nella fascia {quadro.regole.fasce.intervallo(esito.fascia)}",
                       str(in_fascia)))  # fmt: skip
    if esatta is not None:
        numeri.append(("Quota prima dei centesimi interi", f"{in_cifre(esatta / 100)} €"))
    return numeri


def esclusione(quadro: QuadroDiProcedura, riga: Riga) -> Spiegazione | None:
    """Why somebody is out, or how the absence was measured."""
    esito = riga.esito
    if esito is None or riga.requisiti is None:
        return None
    docente, requisiti = riga.docente, riga.requisiti
    detto = perche_escluso(
        docente.id, esito.escluso, docente.posizione, quadro.regole.esclusioni,
        riga.richiesta.persona.sesso,
    )  # fmt: skip
    motivo = di_uno(detto, riga)
    numeri = [
        ("Giorni di lavoro", str(requisiti.giorni_lavorativi)),
        ("Giorni di assenza", str(requisiti.assenze)),
        ("di cui congedi di maternità, paternità e parentale", str(requisiti.congedi)),
    ]
    risposta = esito.escluso.etichetta if esito.escluso else "nessuna esclusione"
    return Spiegazione(
        "Perché è fuori?", con_maiuscola(f"{risposta}."), [motivo], numeri, riga=riga
    )
