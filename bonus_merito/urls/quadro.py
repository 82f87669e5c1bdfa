"""The board of the dirigente, the assessment of one person, a tie."""

from django.urls import URLPattern, path

from bonus_merito.views.quadro import gruppo, pagina, parita, ragioni, valuta

QUADRO = "procedure/<int:pk>/quadro/"
VALUTA = "richieste/<int:pk>/valuta/"

urlpatterns: list[URLPattern] = [
    path(QUADRO, pagina.quadro, name="quadro"),
    path(f"{QUADRO}prova/", pagina.prova, name="quadro_prova"),
    path(f"{QUADRO}registra/", pagina.registra, name="quadro_registra"),
    path(f"{QUADRO}perche/", ragioni.perche, name="quadro_perche"),
    path("procedure/<int:pk>/parita/", parita.parita, name="parita"),
    path(VALUTA, valuta.valuta, name="valuta"),
    path(f"{VALUTA}prova/", valuta.prova, name="valuta_prova"),
    path("richieste/<int:pk>/gruppo/", gruppo.gruppo, name="gruppo_d_ufficio"),
    path("attivita/<int:pk>/giudica/", valuta.giudica, name="giudica"),
]
