"""Windows of the system's WebKitGTK that keep their data in the folder given, driven by lines of JSON.

In:  {"id", "do": "open" | "load" | "run" | "close", "tab", "url" | "body"}, one a line.
Out: {"ready"} once, {"id", "value"} or {"id", "error"}; {"tab", "told" | "fault"} when a page posts words.
With --version in place of a folder: its version, and no more.
MiniBrowser keeps nothing on the disk when a WebDriver drives it: hence this.
"""
import json
import sys
import threading

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2

if sys.argv[1] == '--version':
    print('WebKitGTK %d.%d.%d' % (
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()))
    sys.exit()
FOLDER, WIDTH, HEIGHT = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
FAULTS = """for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, (event) =>
  webkit.messageHandlers.fault.postMessage(String(event.reason ?? event.message ?? event)))"""

data = WebKit2.WebsiteDataManager(
    base_data_directory=FOLDER + '/data', base_cache_directory=FOLDER + '/cache')
context = WebKit2.WebContext.new_with_website_data_manager(data)
# No process kept for a page to come: each tab has one of its own.
context.set_cache_model(WebKit2.CacheModel.DOCUMENT_VIEWER)
context.set_preferred_languages(['fr-FR'])
tabs = {}


def say(message):
    print(json.dumps(message), flush=True)


def open_tab(order):
    tab = order['tab']
    pages = WebKit2.UserContentManager()
    pages.add_script(WebKit2.UserScript.new(
        FAULTS, WebKit2.UserContentInjectedFrames.TOP_FRAME,
        WebKit2.UserScriptInjectionTime.START, None, None))
    for name in ('told', 'fault'):
        pages.connect('script-message-received::' + name,
                      lambda _, told, name=name: say({'tab': tab, name: told.get_js_value().to_string()}))
        pages.register_script_message_handler(name)
    view = WebKit2.WebView(web_context=context, user_content_manager=pages)
    window = Gtk.Window()
    window.set_default_size(WIDTH, HEIGHT)
    window.add(view)
    window.show_all()
    tabs[tab] = {'view': view, 'window': window, 'loading': None}
    view.connect('load-changed', lambda _, event: loaded(tab, event, None))
    view.connect('load-failed', lambda _, event, url, error: loaded(tab, event, error.message))
    view.connect('web-process-terminated', lambda _, why: say({'tab': tab, 'fault': why.value_nick}))
    say({'id': order['id'], 'value': ''})


def loaded(tab, event, error):
    order = tabs[tab]['loading']
    if order is None or not (error or event == WebKit2.LoadEvent.FINISHED):
        return
    tabs[tab]['loading'] = None
    say({'id': order['id'], 'error': error} if error else {'id': order['id'], 'value': ''})


def load(order):
    tabs[order['tab']]['loading'] = order
    tabs[order['tab']]['view'].load_uri(order['url'])


def answer(order, finish):
    try:
        value = finish()
        say({'id': order['id'], 'value': value})
    except GLib.Error as error:
        say({'id': order['id'], 'error': error.message})


def run(order):
    view = tabs[order['tab']]['view']
    view.call_async_javascript_function(
        order['body'], -1, None, None, None, None,
        lambda _, result: answer(
            order, lambda: view.call_async_javascript_function_finish(result).to_string()))


def close(order):
    tabs.pop(order['tab'])['window'].destroy()
    say({'id': order['id'], 'value': ''})


DOES = {'open': open_tab, 'load': load, 'run': run, 'close': close}


def hear():
    for line in sys.stdin:
        order = json.loads(line)
        GLib.idle_add(lambda order=order: DOES[order['do']](order))
    GLib.idle_add(Gtk.main_quit)


threading.Thread(target=hear, daemon=True).start()
say({'ready': True})
Gtk.main()
