"""The first page, the criteria, the money, the anonymous numbers."""

from django.urls import URLPattern, path

from bonus_merito.views import fondo, inizio, statistiche
from bonus_merito.views.criteri import atti, lettura, scrittura

UNA = "criteri/<int:pk>/"
AREA = "criteri/aree/<int:pk>/"
VOCE = "criteri/voci/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("", inizio.pagina, name="inizio"),
    path("criteri/", lettura.elenco, name="criteri"),
    path("criteri/nuovi/", scrittura.nuovi, name="criteri_nuovi"),
    path(UNA, lettura.scheda, name="criterio_scheda"),
    path(f"{UNA}testata/", scrittura.testata, name="criteri_testata"),
    path(f"{UNA}regolamento/", scrittura.regolamento, name="criteri_regolamento"),
    path(f"{UNA}adotta/", atti.adotta, name="criteri_adotta"),
    path(f"{UNA}pubblica/", atti.pubblica, name="criteri_pubblica"),
    path(f"{UNA}elimina/", atti.elimina, name="criteri_elimina"),
    path(f"{UNA}documento/", atti.documento, name="criteri_documento"),
    path(AREA, scrittura.area, name="criteri_area"),
    path(f"{AREA}nuovo/", scrittura.criterio_nuovo, name="criterio_nuovo"),
    path(VOCE, scrittura.criterio, name="criterio"),
    path(f"{VOCE}sposta/", scrittura.sposta, name="criterio_sposta"),
    path(f"{VOCE}togli/", atti.togli, name="criterio_togli"),
    path("fondo/<int:pk>/", fondo.fondo, name="fondo"),
    path("procedure/<int:pk>/statistiche/", statistiche.pagina, name="statistiche"),
]
