/** The files of the example resource, without their endings. */
export const tasks = 'src/modules/tasks/tasks';
