import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { connectChannel, goChannel, portChannel } from '../channels.ts';

contextBridge.exposeInMainWorld('ocmaDesktop', {
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
});

ipcRenderer.on(portChannel, (event) => {
  const [port] = event.ports;
  if (port) window.postMessage(portChannel, window.location.origin, [port]);
});

ipcRenderer.on(goChannel, (_event, target: unknown) => {
  if (typeof target !== 'string' || !target.startsWith('/') || target.startsWith('//')) return;
  window.history.pushState(null, '', target);
  window.dispatchEvent(new PopStateEvent('popstate'));
});

// Scripts of type module have run by then, so somebody listens for the port.
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(connectChannel));
