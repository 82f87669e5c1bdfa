"""The figures of the whole: fund, limits, method, odd cents, what is published."""

from dataclasses import replace

from bonus_merito.enums import Categoria, Pubblicazione
from bonus_merito.queries.perche.parti import Spiegazione
from bonus_merito.queries.pubblicabile import anteprima
from bonus_merito.queries.righe import QuadroDiProcedura
from bonus_merito.rules.misure import in_euro
from bonus_merito.rules.spiegazione import (
    perche_centesimi,
    perche_inferiore,
    perche_limiti,
    perche_riparto,
    perche_taglio,
)
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale


def fondo(quadro: QuadroDiProcedura) -> Spiegazione:
    """How much is divided, and who says so."""
    fondo = quadro.procedura.fondo
    docenti = int(fondo.quota_docenti * 100)
    ata = int(fondo.importo * 100) - docenti
    numeri = [("Fondo dell’anno", in_euro(docenti + ata)), ("Parte dei docenti", in_euro(docenti))]
    if ata:
        numeri.append(("Parte del personale ATA", in_euro(ata)))
    fonte = f"{fondo.contratto}, {fondo.articolo}" if fondo.contratto else fondo.comunicato_con
    fonte = fonte or "il fondo scritto nel portale"
    motivo = Motivo("fondo", fonte, f"Gli importi sono {fondo.get_lordo_display()}.")
    return Spiegazione(
        "Quanto si divide?", f"Si dividono {in_euro(quadro.quadro.fondo)}.", [motivo], numeri
    )


def limiti(quadro: QuadroDiProcedura) -> Spiegazione:
    """Fewest and most beneficiaries."""
    motivo = perche_limiti(
        quadro.quadro, quadro.procedura.in_servizio, quadro.regole,
        Categoria(quadro.procedura.categoria),
    )  # fmt: skip
    limiti = quadro.quadro.limiti
    risposta = f"I beneficiari vanno da {limiti.minimo} a {limiti.massimo}."
    return Spiegazione("Quanti beneficiari?", risposta, [motivo])


def inferiore(quadro: QuadroDiProcedura) -> Spiegazione | None:
    """Why a lower band is paid more per head."""
    coppia = quadro.quadro.fascia_pagata_di_piu
    if coppia is None:
        return None
    motivi = [perche_inferiore(quadro.quadro, coppia, quadro.regole),
              perche_riparto(quadro.quadro, quadro.regole)]  # fmt: skip
    risposta = (
        "Ogni fascia ha la sua quota: se in alto sono in molti e in basso in pochi, a testa si "
        "prende di più in basso. Non è un errore di conto: è il metodo."
    )
    return Spiegazione("Perché chi è più in basso prende di più?", risposta, motivi)


def centesimi(quadro: QuadroDiProcedura) -> Spiegazione | None:
    """Where the odd cents go."""
    if not quadro.quadro.beneficiari:
        return None
    resti = quadro.quadro.riparto.resti
    risposta = "Quello che si paga è uguale al fondo, al centesimo."
    numeri = [("Fondo", in_euro(quadro.quadro.fondo)),
              ("Pagato", in_euro(quadro.quadro.riparto.totale)),
              ("Restano dalla divisione", plurale(resti, "centesimo", "centesimi"))]  # fmt: skip
    motivi = [perche_centesimi(quadro.quadro, quadro.regole),
              perche_riparto(quadro.quadro, quadro.regole)]  # fmt: skip
    return Spiegazione("Dove vanno i centesimi?", risposta, motivi, numeri)


def arrotondamento(quadro: QuadroDiProcedura) -> Spiegazione:
    """How a band is read on whole numbers."""
    fasce = quadro.regole.fasce
    come = fasce.arrotondamento
    intervalli = [fasce.intervallo(numero) for numero in range(1, fasce.numero + 1)]
    risposta = (
        f"Le fasce sono {', '.join(intervalli)}; fino a {fasce.limiti.valore[0]} è normale "
        f"attività. La percentuale si arrotonda {come.valore.etichetta}."
    )
    motivi = [
        Motivo("fasce", fasce.limiti.fonte,
               f"Le fasce si leggono su numeri interi.{fasce.limiti.altra_fonte}"),
        Motivo("arrotondamento", come.fonte,
               f"Prima di leggere la fascia: {come.valore.etichetta}.{come.altra_fonte}"),
    ]  # fmt: skip
    return Spiegazione("Come si legge la fascia?", risposta, motivi)


def taglio(quadro: QuadroDiProcedura) -> Spiegazione:
    """Who stays when more qualify than may be paid."""
    pari = quadro.quadro.taglio.pari
    nomi = tuple(quadro.nomi[chi] for chi in pari)
    esiti = tuple(
        replace(e, docente=replace(e.docente, id=quadro.nomi[e.docente.id]))
        for e in quadro.quadro.esiti
    )
    detto = replace(quadro.quadro, esiti=esiti, taglio=replace(quadro.quadro.taglio, pari=nomi))
    motivi = [perche_taglio(detto, quadro.regole)]
    if quadro.decisa:
        motivi.append(Motivo("decisione", "decisione del dirigente", f"«{quadro.decisa.motivo}»"))
    risposta = f"I beneficiari sono al più {quadro.quadro.limiti.massimo}."
    return Spiegazione("Chi resta fra i beneficiari?", risposta, motivi)


def pubblicazione(quadro: QuadroDiProcedura) -> Spiegazione:
    """What everybody will read."""
    vista = anteprima(quadro)
    risposta = f"Si pubblica: {vista.forma.etichetta}."
    if vista.forma is Pubblicazione.ELENCO:
        risposta += " In ordine alfabetico, mai importi con il nome, mai una graduatoria."
    motivo = Motivo("pubblicazione", vista.fonte, f"La scuola pubblica: {vista.forma.etichetta}."
                    f"{vista.altra_fonte}")  # fmt: skip
    return Spiegazione("Che cosa si pubblicherà?", risposta, [motivo], vista.righe)
